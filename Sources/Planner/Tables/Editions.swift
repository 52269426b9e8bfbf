import Catalog
import QueryLanguage

/// The editions of tables that a question may be answered from.
struct Editions {
  fileprivate let catalog: any CatalogReader
  private let asOf: Day?
  private let includesSuperseded: Bool

  init(of query: ResolvedQuery, _ catalog: any CatalogReader) {
    self.catalog = catalog
    asOf = query.asOf?.day
    includesSuperseded = asOf != nil || query.keys.contains(.source)
  }

  /// With `needs`, without datasets that cannot meet them.
  func holdings(of measure: Measure, for needs: TableNeeds? = nil) -> [Holding] {
    guard includesSuperseded else {
      return needs.map { catalog.holdings(of: measure.id, for: $0) }
        ?? catalog.holdings(of: measure.id)
    }
    let editions = all(of: measure, for: needs)
    guard let asOf else { return editions }
    return editions.filter { day(of: $0).map { $0 <= asOf } ?? false }
  }

  private func day(of holding: Holding) -> Day? {
    catalog.source(holding.dataset.source)?.lastPossibleDay
  }
}

extension Editions {
  /// Superseded ones too.
  func all(of measure: Measure, for needs: TableNeeds? = nil) -> [Holding] {
    needs.map { catalog.editions(of: measure.id, for: $0) } ?? catalog.editions(of: measure.id)
  }
}
