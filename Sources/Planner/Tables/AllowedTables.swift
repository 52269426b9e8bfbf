import Catalog

/// The tables that a question may be answered from.
package enum AllowedTables: Sendable {
  /// Every table of the editions that the question may use.
  case all
  /// Every one but those that go before publishers' tables.
  case publishersFirst
  /// Those of one source, by its id.
  case source(Int)
  /// One table with its rollups, by its id, whatever its edition.
  case table(Int)

  var isAll: Bool { if case .all = self { true } else { false } }

  /// The datasets of a measure that may answer; with `needs`, without those that cannot meet them.
  func holdings(
    of measure: Measure,
    in editions: Editions,
    for needs: TableNeeds? = nil
  ) -> [Holding] {
    switch self {
    case .all: editions.holdings(of: measure, for: needs)
    case .publishersFirst:
      editions.holdings(of: measure, for: needs).filter { $0.dataset.standing != .preferred }
    case .source(let id):
      editions.holdings(of: measure, for: needs).filter { $0.dataset.source == id }
    case .table(let id): editions.all(of: measure, for: needs).filter { $0.dataset.table == id }
    }
  }
}
