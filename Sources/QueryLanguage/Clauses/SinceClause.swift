import Catalog
package import Diagnostics

/// `since 2010`, `after fy2010` — a period and what follows; `after` leaves the period out.
package struct SinceClause: Clause {
  package static let keywords = ["since", "after"]
  package static let synopsis = "since PERIOD"
  package static let summary = "this period and later ones; `after` leaves it out"
  package static let example = "removals by fy since 2015"
  package static let role = ClauseRole.period
  package static let step = ClauseStep.plan

  /// Whether the period is part of the answer: `since`, and not `after`.
  package let isIncluded: Bool
  package let period: PeriodTerm

  package init(isIncluded: Bool, period: PeriodTerm) {
    self.isIncluded = isIncluded
    self.period = period
  }

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> SinceClause {
    SinceClause(isIncluded: keyword == "since", period: try parser.period())
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) throws(Diagnostic) {
    let days = try scope.days(of: period, for: &draft)
    let start = isIncluded ? days.first : days.last.next
    try draft.keep(DaySet([DayRange(start, .distantFuture)]), at: period.span)
  }

  package func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> SinceClause {
    SinceClause(isIncluded: isIncluded, period: replace(period))
  }

  package var spelling: String { (isIncluded ? "since " : "after ") + period.spelling }
}
