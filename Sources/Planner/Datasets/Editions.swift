package import Catalog
import Diagnostics
import QueryLanguage

/// Which editions of the tables a question may be answered from.
struct Editions {
  private let catalog: any CatalogReader
  private let asOf: Day?
  private let includesSuperseded: Bool

  init(of query: ResolvedQuery, _ catalog: any CatalogReader) {
    self.catalog = catalog
    asOf = query.asOf?.day
    includesSuperseded = asOf != nil || query.keys.contains(.source)
  }

  func holdings(of measure: Measure) -> [Holding] {
    guard includesSuperseded else { return catalog.holdings(of: measure.id) }
    let editions = catalog.editions(of: measure.id)
    guard let asOf else { return editions }
    return editions.filter { holding in
      catalog.source(holding.dataset.source)?.lastPossibleDay.map { $0 <= asOf } ?? false
    }
  }
}

extension Source {
  /// The day by which it was published for sure: of a month or a year the last; `nil` when unknown.
  package var lastPossibleDay: Day? {
    let parts = published.split(separator: "-").compactMap { Int($0) }
    switch parts.count {
    case 1: return Period.calendarYear(parts[0]).days.last
    case 2: return Period.month(parts[1], of: parts[0]).days.last
    case 3: return Day(year: parts[0], month: parts[1], day: parts[2])
    default: return nil
    }
  }
}

extension Diagnostic {
  static func notPublishedBy(
    _ query: ResolvedQuery,
    _ column: ResolvedQuery.Column
  ) -> Diagnostic {
    let day = query.asOf.map { Period.day($0.day).label } ?? ""
    return Diagnostic(
      "not-published-by-then",
      "no table of `\(column.label)` that is held was published by \(day)",
      at: query.asOf?.span ?? column.span,
      hint: "releases whose date is not known to the day count from the last day it can be"
    )
  }
}
