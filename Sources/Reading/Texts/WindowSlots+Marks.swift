import Catalog
import QueryLanguage

/// What marks of a window are to the statement.
extension WindowSlots {
  /// Whether a value says more of the one before it: `children who came without a parent`.
  static func isToldCloser(
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

  /// Whether what a noun counts is told after it: `paroles of Cubans`.
  static func isWhole(_ mark: TextMark, _ tokens: [TextToken]) -> Bool {
    let next = mark.tokens.upperBound
    return next < tokens.count && tokens[next].lower == "of"
  }

  /// Whether a country is only the neighbor at a border: `the border with Mexico`.
  static func isNeighbor(_ mark: TextMark, _ tokens: [TextToken]) -> Bool {
    let first = mark.tokens.lowerBound
    return first > 1 && tokens[first - 1].lower == "with"
      && ["border", "line", "boundary", "frontier"].contains(tokens[first - 2].lower)
  }

  /// Whether who held office tells when: `under Obama`, `during the Biden administration`, `Obama
  /// deported 3 million people`.
  static func isTime(_ place: Int, _ tokens: [TextToken], _ marks: [TextMark]) -> Bool {
    let own = marks[place].tokens
    let before = tokens[max(0, own.lowerBound - 3)..<own.lowerBound].map(\.lower)
    if before.contains("under") || before.contains("during") { return true }
    guard let next = marks[safe: place + 1] else { return false }
    return next.tokens.lowerBound == own.upperBound && next.mention?.counted.isEmpty == false
  }

  /// Whether a mark is in the clause of what is stated: `he will tell you that it came down, and so
  /// it has: to 60,311` has two.
  static func isInClause(_ mark: TextMark, _ window: TextWindow, _ tokens: [TextToken])
    -> Bool
  {
    let anchor = window.anchor.tokens
    let first = min(mark.tokens.upperBound, anchor.upperBound)
    let last = max(mark.tokens.lowerBound, anchor.lowerBound)
    return first >= last
      || !tokens[first..<last].contains { [";", ":", "\u{2014}"].contains($0.text) }
  }

  /// The kind of values that a mark names alone, with an article: `the sector`, `the drug`, `the
  /// three nationalities`.
  static func kind(
    _ place: Int,
    _ mention: Mention,
    _ tokens: [TextToken],
    _ marks: [TextMark],
    _ lexicon: TextLexicon
  ) -> NamedKind? {
    var first = marks[place].tokens.lowerBound
    guard let key = mention.key, mention.values.isEmpty, let id = lexicon.dimension(named: key),
      first > 0
    else { return nil }
    var kind = NamedKind(dimension: id, mark: place)
    if let number = marks[safe: place - 1]?.number, number.kind == .count,
      (2...6).contains(number.value), marks[place - 1].tokens.upperBound == first
    {
      kind.count = Int(number.value)
      first = marks[place - 1].tokens.lowerBound
    } else if !lexicon.placeDimensions.contains(id),
      // `the country` is not the one of which people are citizens.
      lexicon.isSide(id) || mention.text.lowercased() != key
    {
      return nil
    }
    guard first > 0,
      ["the", "that", "this", "these", "those", "our", "all"]
        .contains(tokens[first - 1].lower)
    else { return nil }
    return kind
  }

  /// Whether `when` tells the day of an event: `135 when President Trump took office`.
  static func isAfterWhen(_ mark: TextMark, _ tokens: [TextToken]) -> Bool {
    tokens[max(0, mark.tokens.lowerBound - 2)..<mark.tokens.lowerBound]
      .contains { $0.lower == "when" }
  }

  /// Values that are only numbered: `those two were 43 percent of the total`.
  static func kind(
    ofNumber place: Int,
    _ tokens: [TextToken],
    _ marks: [TextMark]
  ) -> NamedKind? {
    let own = marks[place].tokens
    guard let number = marks[place].number, number.kind == .count, (2...6).contains(number.value),
      number.value == number.value.rounded(), own.lowerBound > 0, own.upperBound < tokens.count,
      ["those", "these", "the"].contains(tokens[own.lowerBound - 1].lower),
      ["were", "are", "made", "make", "accounted", "account", "together", "combined"].contains(
        tokens[own.upperBound].lower
      )
    else { return nil }
    return NamedKind(dimension: nil, mark: place, count: Int(number.value))
  }

  /// Whether a denial precedes what is stated, with no more than an aside between.
  static func isDenied(_ window: TextWindow, _ tokens: [TextToken], _ marks: [TextMark])
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
  static func stop(_ window: TextWindow, _ tokens: [TextToken], _ marks: [TextMark]) -> Int {
    let anchor = window.anchor
    let isNamedBefore =
      switch anchor.kind {
      case .value: window.marks.contains { $0 < anchor.marks.lowerBound && marks[$0].isNamed }
      case .place(_, _, nil): true
      default: false
      }
    guard anchor.tokens.upperBound < window.tokens.upperBound else { return .max }
    // `608,000, followed by Hondurans`, `20,000, ahead of Syria`.
    let after = anchor.tokens.upperBound..<window.tokens.upperBound
    if let other = after.dropLast().first(where: { place in
      ["followed by", "trailed by", "ahead of", "just ahead", "well ahead"].contains(
        tokens[place].lower + " " + tokens[place + 1].lower
      )
    }) {
      return other
    }
    guard isNamedBefore else {
      // `the 1.6 million of the year 2000, and what we have is families`.
      return anchor.isValue
        ? after.dropLast().first { place in
          tokens[place].text == "," && ["and", "but", "so"].contains(tokens[place + 1].lower)
        } ?? .max : .max
    }
    return tokens[anchor.tokens.upperBound..<window.tokens.upperBound]
      .firstIndex { [",", "\u{2014}", "("].contains($0.text) } ?? .max
  }

  /// Whether a verb says of a thing that no value names: `came in`, of drugs.
  static func lacksThing(
    _ counted: Mention.Counted,
    _ window: TextWindow,
    _ marks: [TextMark],
    _ lexicon: TextLexicon
  ) -> Bool {
    guard counted.preference >= 3, counted.meaning == .standsIn, counted.values.isEmpty,
      counted.measure.unit == "pounds", unit(after: window.anchor, marks, lexicon) == nil
    else { return false }
    return !window.marks.contains { place in
      marks[place].mention?.values.contains { value in
        lexicon.catalog.dimension(value.dimension)?.counts.contains(counted.measure.name) ?? false
      } ?? false
    }
  }

  /// Of several names, the noun after the number, else the verb or noun nearest before it.
  static func chosen(
    _ named: [(place: Int, alternatives: [Mention.Counted])],
    _ anchor: TextAnchor,
    _ marks: [TextMark]
  ) -> [Mention.Counted] {
    guard named.count > 1 else { return named.first?.alternatives ?? [] }
    let end = anchor.tokens.upperBound
    func isName(_ own: [Mention.Counted]) -> Bool { own.first?.preference == 0 }
    if let after = named.first(where: { $0.place > anchor.marks.upperBound }),
      marks[after.place].tokens.lowerBound - end <= 2
    {
      // `605,015 Venezuelans held Temporary Protected Status`.
      let isVerb = after.alternatives.allSatisfy { $0.preference >= 3 }
      let name = named.first {
        $0.place > after.place && marks[$0.place].mention?.words.isEmpty ?? false
      }
      return isVerb ? name?.alternatives ?? after.alternatives : after.alternatives
    }
    // The name of a measure says more than a verb.
    if let exact = named.last(where: {
      $0.place < anchor.marks.lowerBound && isName($0.alternatives)
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
}
