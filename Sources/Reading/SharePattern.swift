import Catalog
import QueryLanguage

/// A part of a whole: `percent of fentanyl seized at ports`, `share of families in encounters`.
enum SharePattern: Pattern {
  static let parts: Set<SpokenWord.Part> = [.share, .against, .compare, .change]

  static func statement(of choice: Choice) -> String? {
    // `positive findings as a share of decisions`: what follows is the whole, and must be counted.
    let isOfUnknown = choice.counted.count == 1 && choice.line.namesWholeOfShare(choice.ownValues)
    return isOfUnknown
      ? nil : choice.line.asked[.share].flatMap { self.statement(of: choice, share: $0) }
  }

  /// The same where a word or a number at a place asks for the share: `35 percent of encounters`.
  static func statement(of choice: Choice, share: Int) -> String? {
    guard let whole = choice.counted.first else { return nil }
    if choice.counted.count == 2 {
      return choice.line.asks(.change) ? nil : ofMeasures(choice)
    }
    // `percent of criminal removals`: the words that are counted name the part themselves.
    if let own = choice.valuesOfVerb(after: share) {
      // `percent of mexicans who were deported` is of all mexicans, whoever counts them.
      guard !whole.values.isEmpty, let time = self.time(of: choice) else { return nil }
      let ratio = "\(whole.kept(to: own)) / \(whole.withoutValues.kept(to: own))"
      return choice.question([ratio], values: [], by: time.keys, time.rest)
    }
    if choice.counted.count == 1, choice.ownValues.isEmpty, !whole.values.isEmpty {
      guard let time = self.time(of: choice) else { return nil }
      let ratio = "\(whole.kept()) / \(whole.expression)"
      return choice.question([ratio], by: time.keys, time.rest)
    }
    // `share of encounters by sector`: of each row.
    let keys = choice.keys + choice.line.looseKeys.map(\.key)
    if choice.counted.count == 1, choice.ownValues.isEmpty, !choice.line.asks(.change),
      keys.contains(where: { TimeUnit(rawValue: $0) == nil })
    {
      return choice.question(by: keys, choice.periods() + ["with share"])
    }
    let (part, base) = parted(choice, share)
    guard choice.counted.count == 1, !part.isEmpty, !choice.comparesParts else { return nil }
    guard let time = self.time(of: choice) else { return nil }
    let both = ComparisonPattern.periods(of: choice)
    let parts = choice.line.isSum ? [part] : parts(part)
    return choice.question(
      parts.map { "\(whole.kept(to: $0)) / \(whole.kept())" },
      values: base,
      by: both == nil ? time.keys : choice.keys,
      both ?? time.rest
    )
  }

  /// When, with the change from period to period where that is asked for; `nil` where there are no
  /// periods to compare.
  private static func time(of choice: Choice) -> (keys: [String], rest: [String])? {
    let time = choice.time()
    guard choice.line.asks(.change), ComparisonPattern.periods(of: choice) == nil else {
      return time
    }
    guard time.keys.contains(where: { TimeUnit(rawValue: $0) != nil }) else { return nil }
    return (time.keys, time.rest + [choice.line.isYearOverYear ? "with yoy" : "with change"])
  }

  /// Each of several values of one dimension is a part by itself: their shares are not added up.
  private static func parts(_ part: [Mention.Value]) -> [[Mention.Value]] {
    let several = part.map(\.dimension).first { own in part.count { $0.dimension == own } > 1 }
    guard let several else { return [part] }
    let rest = part.filter { $0.dimension != several }
    return part.filter { $0.dimension == several }.map { [$0] + rest }
  }

  /// One measure over another: the part over the whole. `share of A in B` is A over B, `share of A
  /// that were B` is B over A; else the first named is over the second.
  private static func ofMeasures(_ choice: Choice) -> String? {
    let (first, second) = (choice.counted[0], choice.counted[1])
    let named = choice.line.counted
    let isPart =
      choice.catalog.isPart(second.measure, of: first.measure)
      || choice.catalog.isPart(first.measure, of: second.measure)
    // `removals of people with convictions, share of all ICE removals` is about one of them.
    guard isPart || !areAlike(first.measure, second.measure) else { return nil }
    // A value after the first belongs to it, and may belong to both.
    guard let share = choice.line.asked[.share],
      share < named[0].place || !choice.line.values.contains(where: { $0.place < share })
    else { return nil }
    let isRelative =
      named.count == 2 && named[1].preposition == nil
      && choice.line.asked[.share].map { $0 < named[0].place } ?? false
    let isSwapped = isRelative || choice.catalog.isPart(second.measure, of: first.measure)
    return RatioPattern.quotient(choice, of: isSwapped ? [1, 0] : [0, 1])
  }

  /// Whether one is by its name a kind of the other: `ICE removals` and `removals`.
  private static func areAlike(_ one: Measure, _ other: Measure) -> Bool {
    one.name.hasSuffix(" " + other.name) || other.name.hasSuffix(" " + one.name)
  }

  /// Values that make the part, and those that part and whole share. After what is counted, values
  /// after a word like `at` or `from` make the part; before it, the first ones do.
  private static func parted(
    _ choice: Choice,
    _ share: Int
  ) -> (part: [Mention.Value], base: [Mention.Value]) {
    let line = choice.line
    let values = choice.namedValues
    let place = line.counted.first?.place ?? .max
    let after = values.filter { $0.own.place > place }
    if !after.isEmpty {
      let before = values.filter { $0.own.place < place }
      // `fentanyl seized mostly at ports`, `fentanyl is mostly seized at ports`: what follows the
      // word is the part.
      if share > before.last?.own.place ?? .max, line.asked[.compare] == share {
        return (after.map(\.value), before.map(\.value))
      }
      if share > place, share < .max, after.allSatisfy({ $0.own.place > share }) {
        return (after.map(\.value), before.map(\.value))
      }
      // `fentanyl seized at ports, percent`: where it was is the part.
      if share > after.last?.own.place ?? .max, after.allSatisfy({ $0.own.isPlace(choice.catalog) })
      {
        return (after.map(\.value), before.map(\.value))
      }
      // `B share of A`, `percent of families in encounters at the border`.
      if let first = before.first, first.own.place < share || line.looksFromPart(share) {
        return (before.map(\.value), after.map(\.value))
      }
      // `encounters at the southwest border from mexico`: places belong to the whole.
      let places = after.filter { $0.own.preposition == .place }
      if !places.isEmpty, places.count < after.count {
        let rest = after.filter { $0.own.preposition != .place }
        return (rest.map(\.value), (before + places).map(\.value))
      }
      return (after.map(\.value), before.map(\.value))
    }
    guard values.count > 1 else { return (values.map(\.value), []) }
    // `share of unaccompanied children from guatemala`: what follows is the part, unless the word
    // before it names the whole, as `among` does.
    if line.counted.isEmpty, share < values[0].own.place, !values[1].own.isJoined,
      !values[1].own.isWhole
    {
      return (values.dropFirst().map(\.value), [values[0].value])
    }
    // `fentanyl at ports, percent`: where it was is the part.
    if line.counted.isEmpty, share > values.last?.own.place ?? .max,
      let first = values.firstIndex(where: { $0.own.isPlace(choice.catalog) }), first > 0
    {
      return (values[first...].map(\.value), values[..<first].map(\.value))
    }
    // What comes right before what is counted belongs to it: `families in southwest encounters`.
    let near = values.filter { $0.own.place == place - 1 }
    // `families and children, percent of total`
    let joined = 1 + values.dropFirst().prefix { $0.own.isJoined }.count
    return near.isEmpty
      ? (values.prefix(joined).map(\.value), values.dropFirst(joined).map(\.value))
      : (values.filter { $0.own.place != place - 1 }.map(\.value), near.map(\.value))
  }
}

extension Line.Value {
  /// Whether a word like `at` precedes it, or begins its name.
  fileprivate func isPlace(_ catalog: any CatalogReader) -> Bool {
    preposition == .place
      || text.split(separator: " ").first.map { first in
        catalog.words(named: String(first)).contains { $0.part == .place }
      } ?? false
  }
}
