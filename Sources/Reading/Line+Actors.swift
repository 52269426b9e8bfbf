import Catalog
import Diagnostics

extension Line {
  /// Finds what somebody did under the name that it has with who did it, however far apart they
  /// are: `how many arrests did ICE make` asks for `ICE arrests`.
  mutating func nameWhatActorsDid(_ catalog: any CatalogReader) {
    shareActors(catalog)
    nameWhatPublisherCounts(catalog)
    guard let actor = values.filter({ $0.isActor(catalog) }).only else { return }
    keepWhatIsOf(actor)
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

  /// `ICE arrests and removals`: who did the first did what is joined to it.
  private mutating func shareActors(_ catalog: any CatalogReader) {
    guard let first = counted.first, joinsMeasures,
      let actor = first.text.split(separator: " ").first.map(String.init), actor != first.text
    else { return }
    var mention = Mention(actor, SourceSpan(0..<0))
    for match in catalog.matches(key: Spelling.key(of: actor)) { mention.add(match, catalog) }
    let value = Value(
      alternatives: mention.values,
      place: 0,
      text: actor,
      isKind: false,
      isJoined: false
    )
    guard value.isActor(catalog) else { return }
    for place in counted.indices.dropFirst() {
      let named = named(by: [actor + " " + counted[place].text], catalog)
      // `ICE removals and removals` are two counts.
      let isSame = named.first.map { $0.measure == first.alternatives.first?.measure } ?? true
      if !isSame { counted[place] = counted[place].meaning(named) }
    }
  }

  /// `removals according to ICE` are `ICE removals`, where that is another count.
  private mutating func nameWhatPublisherCounts(_ catalog: any CatalogReader) {
    guard let publisher = demands.publisher else { return }
    for place in counted.indices {
      let own = named(by: [publisher + " " + counted[place].text], catalog)
      if !own.isEmpty { counted[place] = counted[place].meaning(own) }
    }
  }

  /// Of what a word can mean, that which has the name of who did it, where some of it has.
  private mutating func keepWhatIsOf(_ actor: Value) {
    let name = Spelling.key(of: actor.text)
    for place in counted.indices {
      let own = counted[place].alternatives.filter { other in
        other.measure.name.split(separator: " ").contains { Spelling.key(of: String($0)) == name }
      }
      if !own.isEmpty { counted[place] = counted[place].meaning(own) }
    }
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
