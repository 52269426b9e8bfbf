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
    let more = fill.takesLeftAfter ? draft.leftAfter : []
    return texts(
      of: (draft.topic.values + more).filter { draft.isKept($0, fill) },
      fill.counted.measure
    )
  }

  func texts(
    of values: [TextTopic.Value],
    _ measure: Measure
  ) -> [(value: TextTopic.Value, text: String)] {
    let dimensions = lexicon.dimensions(of: measure)
    var found: [(value: TextTopic.Value, text: String)] = []
    for value in values {
      let possible = value.alternatives.filter { dimensions.contains($0.dimension) }
      guard let best = possible.first else { continue }
      // `Latin America and the Caribbean` is a group of countries and a region of refugees.
      let alike = (lexicon.mention(best.name)?.values ?? []).filter { other in
        other.name == best.name && dimensions.contains(other.dimension)
          && !possible.contains { $0.dimension == other.dimension }
      }
      let named = Self.dimension(of: alike, like: measure) == nil ? [] : alike
      let rivals =
        named
        + possible.filter {
          $0.preference == best.preference && $0.dimension != best.dimension
        }
      let told =
        draft.toldDimension(of: value)
        ?? (rivals.isEmpty ? nil : Self.dimension(of: possible + named, like: measure))
      let chosen = (possible + named).first { $0.dimension == told } ?? best
      let isOpen = !rivals.isEmpty || chosen.dimension == told && possible.count > 1
      let text = isOpen ? chosen.tested.text : chosen.text
      if !found.contains(where: { $0.text == text }) { found.append((value, text)) }
    }
    return found
  }
}
