import Catalog
import QueryLanguage

extension LineReader {
  /// Whether a value comes next, words without a part aside.
  var isBeforeValue: Bool {
    let parts: Set<SpokenWord.Part> = [.filler, .origin, .place, .to]
    let next = mentions[(place + 1)...].first { next in
      !next.counted.isEmpty || !next.values.isEmpty
        || !next.isKind
          && !next.words.contains { parts.contains($0.part) }
    }
    return next.map { !$0.values.isEmpty && $0.counted.isEmpty && $0.period == nil } ?? false
  }

  /// Whether what comes next is counted and is no part of what was just named, nor the whole that
  /// has it: `returned (not removed)` are those returned.
  var deniesAnother: Bool {
    guard place > 0, place + 1 < mentions.count, let own = line.counted.only,
      own.place == place - 1, mentions[place + 1].values.isEmpty
    else { return false }
    let (named, denied) = (own.alternatives, mentions[place + 1].counted)
    return !denied.isEmpty
      && denied.allSatisfy { other in
        other.preference < 5
          && named.allSatisfy {
            $0.measure != other.measure && !catalog.isPart($0.measure, of: other.measure)
              && !catalog.isPart(other.measure, of: $0.measure)
          }
      }
  }

  /// Whether a value goes on a list of those that are left out: `except mexico and canada`.
  var isListedAsLeftOut: Bool {
    guard let last = line.values.last, last.isExcluded else { return false }
    return (isJoined || mentions[place].isAfterComma) && last.place >= place - 3
  }

  /// Whether a period comes next.
  var isBeforePeriod: Bool {
    guard place + 1 < mentions.count else { return false }
    let next = mentions[place + 1]
    return next.period != nil || next.periodText != nil || next.has(.period)
  }

  /// Whether a word like `from` or `at` comes next.
  var isBeforePlaceOrOrigin: Bool {
    guard place + 1 < mentions.count else { return false }
    return mentions[place + 1].has(.origin) || mentions[place + 1].has(.place)
  }

  /// Whether something to count comes next, words without a part aside: `to` in `add A to B`.
  var isBeforeMeasure: Bool {
    mentions[(place + 1)...].first { !$0.has(.filler) }.map { !$0.counted.isEmpty } ?? false
  }

  /// Whether `A and B` comes next.
  var isBeforePair: Bool { place + 2 < mentions.count && mentions[place + 2].has(.and) }

  /// `at ports of entry vs between`: the other of two places.
  mutating func readOtherSide(of word: SpokenWord, _ mention: Mention) -> Bool {
    guard let value = Mention.Value(word.means, 3, catalog) else { return false }
    let sides =
      (line.values.last?.alternatives ?? [])
      + (line.counted.last?.alternatives.flatMap(\.values) ?? [])
    guard sides.contains(where: { $0.dimension == value.dimension }) else { return false }
    return add([value], mention)
  }

  /// The dimension that the last word of a value's name is, where it is of several: `sector` in
  /// `by coastal sectors`.
  func kindOfPlural(_ mention: Mention) -> String? {
    guard mention.isPlural, mention.counted.isEmpty, !mention.values.isEmpty,
      let last = mention.text.split(separator: " ").last, last != mention.text
    else { return nil }
    return catalog.matches(key: Spelling.key(of: String(last)))
      .first { $0.kind == .dimension }.flatMap { catalog.dimension($0.target)?.name }
  }

  /// Whether a word that is else not read makes a mean where one is asked for: `daily` beside
  /// `average`.
  func isMadeMean(_ mention: Mention) -> Bool {
    mention.words.contains { $0.part == .often && $0.means.hasPrefix("per ") }
      && mentions.contains { $0.has(.average) }
  }

  /// Keeps what a kind of thing says of what is counted: `pounds of`.
  mutating func addTrait(of mention: Mention) {
    guard let word = mention.word(.trait), let trait = Demands.Trait(word.means, at: place)
    else { return }
    line.demands.traits.append(trait)
    line.demands.asksNumber = false
  }

  /// The place in a ranking that comes next: `second highest`.
  func rank(_ mention: Mention) -> Int? {
    guard let rank = mention.word(.ordinal).flatMap({ Int($0.means) }), rank > 1,
      place + 1 < mentions.count,
      mentions[place + 1].has(.most) || mentions[place + 1].has(.least)
    else { return nil }
    return rank
  }

  /// The unit of time that comes next, of several, as the language has it: `in 50 years`.
  private var unitAfterNumber: String? {
    // `top 10 years` are so many rows, and `first 3 months` a part of something.
    guard place > 0, mentions[place - 1].has(.place), place + 1 < mentions.count,
      mentions[place + 1].isPlural,
      let unit = mentions[place + 1].key.flatMap(TimeUnit.init(rawValue:))
    else { return nil }
    return unit == .month ? "months" : unit.rawValue
  }

  /// The unit of time that comes next, before a word that asks for what is made of so many periods
  /// at a time: `12 month moving average`.
  private var unitOfRolling: String? {
    guard place + 2 < mentions.count,
      mentions[place + 2].word(.change)?.means.hasPrefix("rolling") ?? false
    else { return nil }
    return mentions[place + 1].key.flatMap(TimeUnit.init(rawValue:))?.rawValue
  }

  /// Whether what a number is of comes next, whatever tells which of it: `895 border deaths`. In
  /// `encounters oct 24` it is of nothing.
  private var isBeforeWhatItNumbers: Bool {
    let next = mentions[(place + 1)...].first { mention in
      !mention.counted.isEmpty || !(mention.has(.filler) || !mention.values.isEmpty)
    }
    return next.map { !$0.counted.isEmpty || $0.isKind } ?? !mentions[(place + 1)...].isEmpty
  }

  /// A number is how many are ranked, or is stated.
  mutating func read(_ number: Int) -> Bool {
    if let unit = unitOfRolling, (2...1000).contains(number) {
      line.rolling = Line.Rolling(count: number, unit: unit)
      kinds.insert(place + 1)
      return true
    }
    // `in 50 years`: so many of them up to the newest.
    if let unit = unitAfterNumber, (1...1000).contains(number) {
      preposition = nil
      kinds.insert(place + 1)
      return add(.text("last \(number) \(unit)"))
    }
    if line.asks(.most) || line.asks(.least), line.count == nil, (1...1000).contains(number) {
      line.count = number
      return true
    }
    // `there were 895 border deaths in fy2022`.
    guard line.amounts.isEmpty, !line.asks(.most), !line.asks(.least), isBeforeWhatItNumbers else {
      return false
    }
    line.amounts.append((StatedAmount(degree: .equal, number: String(number)), place))
    return true
  }
}
