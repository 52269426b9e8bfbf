import Catalog

/// The dimensions by which the measures of one line are published, each looked up once.
final class MeasureDimensions {
  private let catalog: any CatalogReader
  private var known: [Int: IDSet] = [:]
  private lazy var byName = Dictionary(
    catalog.dimensions().map { ($0.name, $0.id) },
    uniquingKeysWith: { first, _ in first }
  )

  init(_ catalog: any CatalogReader) { self.catalog = catalog }

  func published(_ measure: Measure) -> IDSet {
    if let found = known[measure.id] { return found }
    let found = catalog.publishedDimensions(of: measure)
    known[measure.id] = found
    return found
  }

  /// The dimension that a name after `by` is; `nil` for a unit of time.
  func dimension(named key: String) -> Int? { byName[key] }
}
