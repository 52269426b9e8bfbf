package import Catalog
package import Diagnostics

/// `last 3 fy`, `last month` — the last complete periods that the data hold.
package struct LastClause: Clause {
  package static let keywords = ["last"]
  package static let synopsis = "last [N] UNIT"
  package static let summary = "the last complete periods that the data hold"
  package static let example = "encounters by month last 12 months"
  package static let role = ClauseRole.period
  package static let step = ClauseStep.plan

  package let count: Int
  package let unit: TimeUnit

  init(count: Int, unit: TimeUnit) {
    self.count = count
    self.unit = unit
  }

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> LastClause {
    var count = 1
    if let token = parser.current, case .number = token.kind { count = try parser.count() }
    parser.expecting(.number)
    guard count <= mostPeriods else { throw .tooMany(at: parser.currentSpan) }
    if parser.current?.word == "year" || parser.current?.word == "years" {
      throw .whichYear(count, at: parser.currentSpan)
    }
    guard let unit = parser.timeUnit() else {
      throw .expected("a unit of time (`fy`, `quarter`, `month`, `cy`)", at: parser.currentSpan)
    }
    return LastClause(count: count, unit: unit)
  }

  /// The largest number: longer than any series, but small enough that a typing error is harmless.
  private static let mostPeriods = 10_000

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) {
    draft.relativePeriods.append(.last(count, unit))
  }

  package var spelling: String {
    count == 1 ? "last \(unit.keyword)" : "last \(count) \(unit.keyword)"
  }
}
