package import Catalog
package import Diagnostics

/// `latest`, `latest month` — the newest period that the data hold; never the clock.
package struct LatestClause: Clause {
  package static let keywords = ["latest"]
  package static let synopsis = "latest [UNIT]"
  package static let summary = "the newest period that the data hold"
  package static let example = "encounters latest month"
  package static let role = ClauseRole.period
  package static let step = ClauseStep.plan

  package let unit: TimeUnit?

  package init(unit: TimeUnit?) {
    self.unit = unit
  }

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> LatestClause {
    LatestClause(unit: parser.timeUnit())
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) {
    draft.relativePeriods.append(.latest(unit))
  }

  package var spelling: String { "latest" + (unit.map { " \($0.keyword)" } ?? "") }
}
