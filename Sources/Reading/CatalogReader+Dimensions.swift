import Catalog

extension CatalogReader {
  /// The newest month that is held of a measure; `nil` where none is held by month.
  func newestMonth(of measure: Measure) -> Period? {
    let days = holdings(of: measure.id)
      .filter { $0.dataset.time == .month || $0.dataset.time == .date }
      .flatMap { runs(of: $0) }.map(\.days.last)
    return days.max().map { Period(.month, containing: $0) }
  }

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
