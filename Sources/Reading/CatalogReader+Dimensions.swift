import Catalog

extension CatalogReader {
  /// The dimensions of a measure's tables, with what they roll up to.
  func publishedDimensions(of measure: Measure) -> IDSet {
    holdings(of: measure.id).reduce(into: IDSet()) { found, holding in
      for id in holding.dataset.dimensions + holding.dataset.scope.map(\.dimension) {
        found.insert(id)
        if let parent = dimension(id)?.parent, parent != 0 { found.insert(parent) }
      }
    }
  }
}
