import Catalog
import QueryLanguage

/// The questions that checks are about.
extension CheckWriter {
  /// What is counted, kept to its values: `encounters for southwest, mexico`.
  func question(_ fill: CheckFill) -> String? {
    var texts = fill.counted.values.map(\.name) + texts(fill).map(\.text)
    if let place = fill.place { texts.append(written(place.name)) }
    return fill.counted.expression + clauses(texts)
  }

  func clauses(_ texts: [String]) -> String {
    let names = texts.filter { !$0.contains(" = ") }
    let tests = texts.filter { $0.contains(" = ") }
    return (names.isEmpty ? "" : " for " + names.joined(separator: ", "))
      + (tests.isEmpty ? "" : " where " + tests.joined(separator: " and "))
  }

  /// Of dimensions that have a value alike, the one that is named like what is counted: the refugee
  /// region, of refugee admissions.
  static func dimension(of values: [Mention.Value], like measure: Measure) -> Int? {
    let words = measure.name.lowercased().split(separator: " ")
    return values.first { value in
      value.dimensionName.lowercased().split(separator: " ").contains { words.contains($0) }
    }?.dimension
  }

  /// The values as the language writes them for what is counted.
  func texts(_ fill: CheckFill) -> [(value: TextTopic.Value, text: String)] {
    texts(of: values(of: fill), fill)
  }

  func texts(
    of values: [TextTopic.Value],
    _ fill: CheckFill
  ) -> [(value: TextTopic.Value, text: String)] {
    var found: [(value: TextTopic.Value, text: String)] = []
    for value in values {
      guard let choice = choice(of: value, fill.counted.measure) else { continue }
      let text = fill.takesRivals ? choice.rivals.first?.tested.text ?? choice.text : choice.text
      if !found.contains(where: { $0.text == text }) { found.append((value, text)) }
    }
    return found
  }

  private func values(of fill: CheckFill) -> [TextTopic.Value] {
    let more = fill.takesLeftAfter ? draft.leftAfter : []
    return (draft.topic.values + more).filter { draft.isKept($0, fill) }
  }

  /// What a value may be where several dimensions have one of its name: New York, of a state and of
  /// a field office.
  struct ValueChoice {
    let chosen: Mention.Value
    /// The others that are meant as likely.
    let rivals: [Mention.Value]
    /// Whether its name alone does not tell what is meant.
    let isOpen: Bool

    var text: String { isOpen ? chosen.tested.text : chosen.text }
  }

  private func choice(of value: TextTopic.Value, _ measure: Measure) -> ValueChoice? {
    let dimensions = lexicon.dimensions(of: measure)
    let possible = value.alternatives.filter { dimensions.contains($0.dimension) }
    guard let best = possible.first else { return nil }
    // `Latin America and the Caribbean` is a group of countries and a region of refugees.
    let alike = (lexicon.mention(best.name)?.values ?? []).filter { other in
      other.name == best.name && dimensions.contains(other.dimension)
        && !possible.contains { $0.dimension == other.dimension }
    }
    let named = Self.dimension(of: alike, like: measure) == nil ? [] : alike
    let rivals =
      named
      + possible.filter { $0.preference == best.preference && $0.dimension != best.dimension }
    let isTold = draft.toldDimension(of: value)
    let told =
      isTold ?? (rivals.isEmpty ? nil : Self.dimension(of: possible + named, like: measure))
    let chosen = (possible + named).first { $0.dimension == told } ?? best
    return ValueChoice(
      chosen: chosen,
      rivals: isTold == nil ? rivals.filter { $0.dimension != chosen.dimension } : [],
      isOpen: !rivals.isEmpty || !alike.isEmpty || chosen.dimension == told && possible.count > 1
    )
  }

  /// Whether a value may as well be one of another dimension.
  func hasRivals(_ fill: CheckFill) -> Bool {
    values(of: fill).contains { value in
      choice(of: value, fill.counted.measure).map { !$0.rivals.isEmpty } ?? false
    }
  }
}
