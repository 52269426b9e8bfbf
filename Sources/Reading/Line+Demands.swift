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
