import Catalog
package import Diagnostics

/// `until 2020`, `through 2020`, `before 2020` — a period and what came before; `before` leaves it
/// out.
package struct UntilClause: Clause {
  package static let keywords = ["until", "through", "before"]
  package static let synopsis = "until PERIOD"
  package static let summary = "this period and earlier ones; `before` leaves it out"
  package static let example = "refugee admissions by fy until 1985"
  package static let role = ClauseRole.period
  package static let step = ClauseStep.plan

  package let keyword: String
  package let period: PeriodTerm

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> UntilClause {
    UntilClause(keyword: keyword, period: try parser.period())
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) throws(Diagnostic) {
    let days = try scope.days(of: period, for: &draft)
    let end = keyword == "before" ? days.first.previous : days.last
    try draft.keep(DaySet([DayRange(.distantPast, end)]), at: period.span)
  }

  package func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> UntilClause {
    UntilClause(keyword: keyword, period: replace(period))
  }

  package var spelling: String { "\(keyword) \(period.spelling)" }
}
