import Catalog
import QueryLanguage

/// What a window itself says: what is counted, of which values, when, and what restricts it.
struct WindowSlots {
  var counted: [Mention.Counted] = []
  var values: [TextTopic.Value] = []
  var times: [(time: SpokenTime, role: TimeRole, token: Int)] = []
  var isEverywhere = false
  /// A word that makes another quantity, or takes something away.
  var restriction: String?
  /// Whether it is said that it is not so, right of it: `is not the lowest`.
  var isDenied = false
  /// What else makes the judgment: `every month`, `in a row`.
  var modifiers = SlotModifiers()
  var cause: String?
  var future: String?
  var notHeld: NotHeld?
  var isEver = false
  var per: String?
  /// Whether it points back: `it`, `that`, `of them`.
  var pointsBack = false
  /// What is said between commas of a word of it.
  let asides: TextAsides
  /// The kinds of place that are named without one: `in the sector`.
  var placeKinds: [Int] = []
  /// The unit after a number, where it is not people: `11,201 pounds`.
  var unitBehind: String?
  /// Whether it names people or things in general: `people`, `them`.
  var namesPeople = false
  /// Whether it names a kind of place without one: `the same border`.
  var namesBorder = false
  /// Whether it names something else that is counted, which has no part in the statement.
  var namesOther = false
  /// Who acts: `ICE`, `Border Patrol`.
  var actors: [String] = []
  /// Whether what is counted is only told by a verb: `met`, `arrested`.
  var isByVerb = false

  init(
    _ window: TextWindow,
    _ tokens: [TextToken],
    _ marks: [TextMark],
    _ lexicon: TextLexicon,
    borders: Set<Int>
  ) {
    var named: [(place: Int, alternatives: [Mention.Counted])] = []
    var actors: [String] = []
    modifiers = SlotModifiers(window, marks, lexicon)
    isDenied = Self.isDenied(window, tokens, marks)
    let stop = Self.stop(window, tokens, marks)
    let end = window.anchor.end(marks, tokens)
    asides = TextAsides(window, tokens, marks)
    for place in window.marks
    where !window.anchor.marks.contains(place) || marks[place].isNamed || marks[place].time != nil {
      let mark = marks[place]
      if asides.contains(mark.tokens.lowerBound) { continue }
      if let time = mark.time {
        let role = TimeRole(
          of: time,
          before: mark.tokens.lowerBound,
          in: tokens,
          from: window.tokens.lowerBound,
          lexicon
        )
        if window.anchor.isChange, time == .relative("office"), role == .own {
          times.append((time, .base, mark.tokens.lowerBound))
        } else if window.anchor.isChange || end != nil, let back = time.asBase {
          times.append((back, .base, mark.tokens.lowerBound))
        } else {
          times.append((time, role, mark.tokens.lowerBound))
        }
      }
      guard let mention = mark.mention else { continue }
      if mention.isNotHeld, notHeld == nil { notHeld = mention.notHeld }
      if let event = mention.event ?? mention.term.flatMap({ lexicon.start(of: $0) }) {
        let role = TimeRole(
          of: .event(event),
          before: mark.tokens.lowerBound,
          in: tokens,
          from: window.tokens.lowerBound,
          lexicon
        )
        if role == .since {
          times.append((.event(event), role, mark.tokens.lowerBound))
        } else if let term = mention.term, Self.isTime(place, tokens, marks) {
          times.append((.term(term), .own, mark.tokens.lowerBound))
        }
      }
      for word in mention.words {
        switch word.part {
        case .everywhere: isEverywhere = true
        case .restrict where !mention.has(.firstly): restriction = restriction ?? mention.text
        case .cause: cause = cause ?? mention.text
        case .future where Self.isInClause(mark, window, tokens): future = future ?? mention.text
        case .pronoun: pointsBack = true
        case .kind where mention.key == nil: namesPeople = true
        case .ever: isEver = true
        case .often where word.means.hasPrefix("per "): per = word.means
        default: break
        }
      }
      if mark.tokens.lowerBound >= stop, !window.scope.contains(place) { continue }
      if let key = mention.key, let id = lexicon.dimension(named: key), borders.contains(id) {
        namesBorder = true
      }
      if let id = Self.placeKind(mark, mention, tokens, lexicon) { placeKinds.append(id) }
      let counted = mention.counted.sorted { $0.preference < $1.preference }
        .filter { !Self.lacksThing($0, window, marks, lexicon) }
      let values = mention.values.sorted { $0.preference < $1.preference }
      if let first = counted.first,
        first.preference <= values.first?.preference ?? .max || values.isEmpty
      {
        let best = first.preference
        named.append((place, counted.filter { $0.preference == best || best >= 3 }))
      } else if !values.isEmpty {
        if mention.has(.filler) { continue }
        // A kind of thing, or a breakdown, is no value of another: `the border`.
        if mention.has(.kind) || mention.key != nil { continue }
        let value = TextTopic.Value(alternatives: values, text: mention.text, mark: place)
        if let last = self.values.last, Self.isToldCloser(last, value, tokens, marks) {
          self.values.removeLast()
        }
        if Self.isNeighbor(mark, tokens) { continue }
        self.values.append(value)
        actors.append(mention.text)
      }
    }
    // `five times the low of February 2021`, where nothing else is compared with.
    if !times.contains(where: { $0.role == .base }) {
      for (index, time) in times.enumerated()
      where time.role == .own && window.anchor.isBase(behind: time.token) {
        times[index].role = .base
      }
    }
    unitBehind = Self.unit(behind: window.anchor, marks, lexicon)
    if named.count > 0 { dropActors(&named, window.anchor, tokens, marks, &actors, lexicon) }
    self.counted = Self.chosen(named, window.anchor, marks)
    self.actors = actors
    namesOther = named.contains { other in
      !other.alternatives.contains { $0.measure.subject == counted.first?.measure.subject }
    }
    isByVerb = !self.counted.isEmpty && self.counted.allSatisfy { $0.preference >= 3 }
    if let own = composed(actors, lexicon) { self.counted = own }
  }

  /// Whether a value says more of the one before it: `children who came without a parent`.
  private static func isToldCloser(
    _ last: TextTopic.Value,
    _ value: TextTopic.Value,
    _ tokens: [TextToken],
    _ marks: [TextMark]
  ) -> Bool {
    guard !last.dimensions.isDisjoint(with: value.dimensions), last.mark < value.mark else {
      return false
    }
    let between = marks[last.mark].tokens.upperBound..<marks[value.mark].tokens.lowerBound
    return (1...4).contains(between.count)
      && ["who", "that"].contains(tokens[between.lowerBound].lower)
  }

  /// Whether a country is only the neighbor at a border: `the border with Mexico`.
  private static func isNeighbor(_ mark: TextMark, _ tokens: [TextToken]) -> Bool {
    let first = mark.tokens.lowerBound
    return first > 1 && tokens[first - 1].lower == "with"
      && ["border", "line", "boundary", "frontier"].contains(tokens[first - 2].lower)
  }

  /// Whether who held office tells when: `under Obama`, `during the Biden administration`, `Obama
  /// deported 3 million people`.
  private static func isTime(_ place: Int, _ tokens: [TextToken], _ marks: [TextMark]) -> Bool {
    let own = marks[place].tokens
    let before = tokens[max(0, own.lowerBound - 3)..<own.lowerBound].map(\.lower)
    if before.contains("under") || before.contains("during") { return true }
    guard let next = marks[safe: place + 1] else { return false }
    return next.tokens.lowerBound == own.upperBound && next.mention?.counted.isEmpty == false
  }

  /// Whether a mark is in the clause of what is stated: `he will tell you that it came down, and so
  /// it has: to 60,311` has two.
  private static func isInClause(_ mark: TextMark, _ window: TextWindow, _ tokens: [TextToken])
    -> Bool
  {
    let anchor = window.anchor.tokens
    let first = min(mark.tokens.upperBound, anchor.upperBound)
    let last = max(mark.tokens.lowerBound, anchor.lowerBound)
    return first >= last
      || !tokens[first..<last].contains { [";", ":", "\u{2014}"].contains($0.text) }
  }

  /// The kind of place that a mark names alone, with an article: `the sector`.
  private static func placeKind(
    _ mark: TextMark,
    _ mention: Mention,
    _ tokens: [TextToken],
    _ lexicon: TextLexicon
  ) -> Int? {
    guard let key = mention.key, mention.values.isEmpty, let id = lexicon.dimension(named: key),
      lexicon.places.contains(id), mark.tokens.lowerBound > 0,
      ["the", "that", "this", "our"].contains(tokens[mark.tokens.lowerBound - 1].lower)
    else { return nil }
    return id
  }

  /// Whether a denial precedes what is stated, with no more than an aside between.
  private static func isDenied(_ window: TextWindow, _ tokens: [TextToken], _ marks: [TextMark])
    -> Bool
  {
    let end = window.anchor.tokens.lowerBound
    return window.marks.contains { place in
      guard marks[place].has(.negation), marks[place].tokens.upperBound <= end else { return false }
      let between = tokens[marks[place].tokens.upperBound..<end].filter { $0.kind == .sign }
      let commas = between.count { $0.text == "," }
      return commas != 1 && !between.contains { [":", ";", "\u{2014}", "("].contains($0.text) }
    }
  }

  /// Where what is counted ends after a number: names after a comma belong to something else,
  /// `18,145, followed by Syria`.
  private static func stop(_ window: TextWindow, _ tokens: [TextToken], _ marks: [TextMark]) -> Int
  {
    let anchor = window.anchor
    let isNamedBefore =
      switch anchor.kind {
      case .value: window.marks.contains { $0 < anchor.marks.lowerBound && marks[$0].isNamed }
      case .place(_, _, nil): true
      default: false
      }
    guard isNamedBefore, anchor.tokens.upperBound < window.tokens.upperBound else { return .max }
    return tokens[anchor.tokens.upperBound..<window.tokens.upperBound]
      .firstIndex { [",", "\u{2014}", "("].contains($0.text) } ?? .max
  }

  /// Whether a verb says of a thing that no value names: `came in`, of drugs.
  private static func lacksThing(
    _ counted: Mention.Counted,
    _ window: TextWindow,
    _ marks: [TextMark],
    _ lexicon: TextLexicon
  ) -> Bool {
    guard counted.preference >= 3, counted.meaning == .standsIn, counted.values.isEmpty,
      counted.measure.unit == "pounds", unit(behind: window.anchor, marks, lexicon) == nil
    else { return false }
    return !window.marks.contains { place in
      marks[place].mention?.values.contains { value in
        lexicon.catalog.dimension(value.dimension)?.counts.contains(counted.measure.name) ?? false
      } ?? false
    }
  }

  /// Whether a measure counts those who act.
  static func isStaff(_ measure: Measure) -> Bool {
    measure.unit == "agents" || measure.subject == "staffing"
  }

  /// Who acts, where a number does not count them: `agents apprehended 37,370 people`.
  private mutating func dropActors(
    _ named: inout [(place: Int, alternatives: [Mention.Counted])],
    _ anchor: TextAnchor,
    _ tokens: [TextToken],
    _ marks: [TextMark],
    _ actors: inout [String],
    _ lexicon: TextLexicon
  ) {
    let number: SpokenNumber? = if case .value(let number) = anchor.kind { number } else { nil }
    let isOneOfSeveral = named.count > 1
    named.removeAll { name in
      guard let measure = name.alternatives.first?.measure, Self.isStaff(measure) else {
        return false
      }
      let own = marks[name.place].tokens
      // `86 percent was seized by officers at ports`.
      let isBehindBy = own.lowerBound > 0 && tokens[own.lowerBound - 1].lower == "by"
      guard name.place < anchor.marks.lowerBound || anchor.isShare && isBehindBy else {
        return false
      }
      // `the agents' part has grown`.
      let isOwner =
        own.upperBound < tokens.count
        && (tokens[own.upperBound].text == "'" || Self.isActed(tokens[own.upperBound].lower))
      let counts =
        number.map { number in
          number.value <= 30_000 && !isOneOfSeveral && !namesPeople && unitBehind == nil
            // `agents found 2,989 pounds; customs officers 18,900`.
            && own.upperBound != anchor.tokens.lowerBound
        } ?? true
      guard isOwner || isBehindBy || !counts else { return false }
      let actor = Self.actor(marks[name.place])
      actors.append(actor)
      if let mention = lexicon.mention(actor), !mention.values.isEmpty {
        var value = TextTopic.Value(
          alternatives: mention.values.sorted { $0.preference < $1.preference },
          text: actor,
          mark: name.place
        )
        value.isActing = true
        values.append(value)
      }
      return true
    }
  }

  /// Whether a word after those who act says what they did: `agents counted 1,903`.
  private static func isActed(_ word: String) -> Bool {
    word.hasSuffix("ed") && word.utf8.count > 4
      || ["made", "caught", "found", "met", "saw", "took"].contains(word)
  }

  private static func unit(
    behind anchor: TextAnchor,
    _ marks: [TextMark],
    _ lexicon: TextLexicon
  ) -> String? {
    guard case .value = anchor.kind, let behind = marks[safe: anchor.marks.upperBound + 1],
      behind.tokens.lowerBound == anchor.tokens.upperBound, behind.has(.kind),
      let word = behind.mention?.text.split(separator: " ").first.map({ $0.lowercased() })
    else { return nil }
    let unit = ["lb", "lbs", "pound"].contains(word) ? "pounds" : word
    return unit != "people" && lexicon.measures.contains { $0.unit == unit } ? unit : nil
  }

  /// The agency that those who act belong to.
  private static func actor(_ mark: TextMark) -> String {
    let values = mark.mention?.counted.flatMap(\.values).map(\.name) ?? []
    return values.contains { $0.lowercased().contains("officer") }
      ? "Office of Field Operations" : "Border Patrol"
  }

  /// Of several names, the noun after the number, else the verb or noun nearest before it.
  private static func chosen(
    _ named: [(place: Int, alternatives: [Mention.Counted])],
    _ anchor: TextAnchor,
    _ marks: [TextMark]
  ) -> [Mention.Counted] {
    guard named.count > 1 else { return named.first?.alternatives ?? [] }
    let end = anchor.tokens.upperBound
    if let behind = named.first(where: { $0.place > anchor.marks.upperBound }),
      marks[behind.place].tokens.lowerBound - end <= 2
    {
      return behind.alternatives
    }
    // The name of a measure says more than a verb.
    if let exact = named.last(where: {
      $0.place < anchor.marks.lowerBound && $0.alternatives.first?.preference == 0
    }) {
      return exact.alternatives
    }
    // `agents apprehended`: who did it is not what is counted.
    let verbs = named.filter { $0.alternatives.allSatisfy { $0.preference >= 3 } }
    if let verb = verbs.last(where: { $0.place < anchor.marks.lowerBound }) {
      return verb.alternatives
    }
    if let before = named.last(where: { $0.place < anchor.marks.lowerBound }) {
      return before.alternatives
    }
    return named[0].alternatives
  }

  /// Who acts and what is counted may together name something else: `ICE` and `removals`.
  mutating func composed(_ actors: [String], _ lexicon: TextLexicon) -> [Mention.Counted]? {
    counted.first.flatMap { composed(actors, with: $0.measure, lexicon) }
  }

  mutating func composed(
    _ actors: [String],
    with measure: Measure,
    _ lexicon: TextLexicon
  ) -> [Mention.Counted]? {
    let names = actors.flatMap { actor in
      let value = values.first { $0.text == actor }
      let own = value?.alternatives.filter { lexicon.isActor($0.dimension) }.map(\.name) ?? []
      return [actor] + own.prefix(1).filter { $0 != actor }
    }
    for actor in names {
      guard let mention = lexicon.mention(actor + " " + measure.name),
        let own = mention.counted.min(by: { $0.preference < $1.preference }), own.measure != measure
      else { continue }
      values.removeAll { value in
        value.text == actor || value.alternatives.contains { $0.name == actor }
      }
      return [own]
    }
    return nil
  }
}
