/// `fytd` — in every fiscal year, only the months that the latest one holds: like with like.
package struct YearToDateClause: Clause {
  package static let keywords = ["fytd"]
  package static let synopsis = "fytd"
  package static let summary =
    "fiscal year to date: in every year, the months held of the newest year"
  package static let example = "encounters by fy fytd"
  package static let role = ClauseRole.period
  package static let step = ClauseStep.plan

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) -> YearToDateClause { YearToDateClause() }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) {
    draft.isYearToDate = true
  }

  package var spelling: String { "fytd" }
}
