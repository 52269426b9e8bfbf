/// What the current tables of a measure have in common.
package struct MeasureTables: Sendable {
  /// What every table of a publisher is limited to: the only part of the measure that is published.
  package let scope: [Dataset.ScopeEntry]
  /// The units that some table counts in.
  package let times: [PublishedTime]

  package init(of datasets: [Dataset]) {
    let published = datasets.filter { $0.standing == .published }
    let first = published.first?.scope ?? []
    scope = first.filter { entry in published.allSatisfy { $0.scope.contains(entry) } }
    times = PublishedTime.allCases.filter { time in datasets.contains { $0.time == time } }
  }

  /// From two columns of a row: a scope, and words of times.
  init(row: some CatalogRow, at column: Int) {
    scope = row.scope(at: column)
    times = row.text(at: column + 1).split(separator: " ").compactMap {
      PublishedTime(rawValue: String($0))
    }
  }
}
