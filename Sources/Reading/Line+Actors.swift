import Catalog
import Diagnostics

extension Line {
  /// Finds what somebody did under the name that it has with who did it, however far apart they
  /// stand: `how many arrests did ICE make` asks for `ICE arrests`.
  mutating func nameWhatActorsDid(_ catalog: any CatalogReader) {
    guard let actor = values.filter({ $0.isActor(catalog) }).only else { return }
    var isNamed = false
    for place in counted.indices {
      let named = named(by: [actor.text + " " + counted[place].text], catalog)
      guard let first = named.first, counted[place].alternatives.first?.measure != first.measure
      else { continue }
      counted[place] = counted[place].meaning(named)
      isNamed = true
    }
    if isNamed { values.removeAll { $0.place == actor.place } }
  }

  private func named(by names: [String], _ catalog: any CatalogReader) -> [Mention.Counted] {
    for name in names {
      var mention = Mention(name, SourceSpan(0..<0))
      for match in catalog.matches(key: Spelling.key(of: name)) { mention.add(match, catalog) }
      if !mention.counted.isEmpty {
        return mention.counted.sorted { $0.preference < $1.preference }
      }
    }
    return []
  }
}

extension Line.Counted {
  func meaning(_ alternatives: [Mention.Counted]) -> Line.Counted {
    Line.Counted(
      alternatives: alternatives,
      place: place,
      text: text,
      preposition: preposition
    )
  }
}

extension Line.Value {
  /// Whether it is an agency or a part of one, and not said to be where something came from.
  fileprivate func isActor(_ catalog: any CatalogReader) -> Bool {
    guard preposition == nil || preposition == .place else { return false }
    return alternatives.contains { value in
      let key = catalog.dimension(value.dimension)?.key
      return key == "agency" || key == "component"
    }
  }
}
