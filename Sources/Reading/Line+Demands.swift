import Catalog

extension Line {
  /// Keeps of what is counted only what has all that the line says of it.
  mutating func keepToTraits(_ catalog: any CatalogReader) {
    guard !demands.traits.isEmpty else { return }
    for place in counted.indices {
      let own = counted[place].alternatives.filter { other in
        demands.traits.allSatisfy { $0.isMet(by: other.measure, catalog) }
      }
      if !own.isEmpty { counted[place] = counted[place].meaning(own) }
    }
  }

  /// `growth since 2010, percent`: changes are shown in percent, too.
  mutating func leaveOutPercent() {
    let isOfChange = [SpokenWord.Part.change, .rise, .fall].contains(where: asks)
    guard isOfChange, asks(.share), counted.count == 1, values.allSatisfy(\.isKind),
      keys.isEmpty, looseKeys.isEmpty, wholeAfter == nil, let share = asked[.share],
      share > counted[0].place
    else { return }
    asked[.share] = nil
  }

  /// `deadliest year at the border`: of what a word counts, that which has the place in its name.
  mutating func keepToWhatIsUsual(_ mentions: [Mention], _ catalog: any CatalogReader) {
    let words = mentions.filter { $0.counted.isEmpty && $0.isKind }
      .flatMap { $0.text.split(separator: " ").map(String.init) }
      .filter { word in catalog.words(named: word).contains { $0.part == .usual } }
      .map { Spelling.key(of: $0) }
    guard !words.isEmpty else { return }
    for place in counted.indices {
      let own = counted[place].alternatives.filter { other in
        other.measure.name.split(separator: " ")
          .contains { words.contains(Spelling.key(of: String($0))) }
      }
      if !own.isEmpty { counted[place] = counted[place].meaning(own) }
    }
  }

  /// Leaves out a word that only asks for a number where what it counts is not published by what
  /// the line keeps to: `SmartLINK headcount` is of no employees.
  mutating func leaveOutAmounts(_ mentions: [Mention], _ catalog: any CatalogReader) {
    let named = values.filter { !$0.isKind }
    counted.removeAll { own in
      guard mentions[own.place].has(.amount) else { return false }
      return named.contains { value in
        !own.alternatives.contains { other in
          let published = catalog.publishedDimensions(of: other.measure)
          return value.alternatives.contains { published.contains($0.dimension) }
        }
      }
    }
  }

  /// Leaves out an agency that counts what is counted, which is not published by agencies: `ankle
  /// monitors with ICE`.
  mutating func leaveOutPublisher(_ catalog: any CatalogReader) {
    guard !counted.isEmpty else { return }
    let measures = counted.flatMap(\.alternatives).map(\.measure)
    values.removeAll { value in
      let agency = value.alternatives.first { other in
        catalog.dimension(other.dimension)?.key == "agency"
      }
      guard let agency, !value.isJoined, !agency.isExcluded,
        let trait = Demands.Trait("publisher=\(agency.name)", at: value.place)
      else { return false }
      return measures.allSatisfy { measure in
        let published = catalog.publishedDimensions(of: measure)
        return !value.alternatives.contains { published.contains($0.dimension) }
          && trait.isOfSource(of: measure, catalog)
      }
    }
  }

  /// Places of words that say of what is counted what is not true of any of it, or of two things
  /// what names only one: `both borders`.
  func unmetPlaces(_ catalog: any CatalogReader) -> [Int] {
    if let pair = demands.pair, !hasSeveral { return [pair] }
    guard !counted.isEmpty else { return [] }
    let measures = counted.flatMap(\.alternatives).map(\.measure)
    let unmet = demands.traits.filter { trait in
      !measures.contains { trait.isMet(by: $0, catalog) }
    }
    // A limit is no count of what came up to it.
    let isOfLimits = counted.allSatisfy { $0.alternatives.first?.measure.kind == .limit }
    return unmet.map(\.place) + (isOfLimits ? [demands.reached].compactMap { $0 } : [])
  }
}
