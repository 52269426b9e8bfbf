package import Catalog
package import Diagnostics

/// `as of 2024-06-04` — what was published by a day, superseded editions included.
package struct AsOfClause: Clause {
  package static let keywords = ["as of"]
  package static let synopsis = "as of DATE"
  package static let summary = "answers from what was published by a day, or by the end of a month"
  package static let example = "encounters by fy since 2022 as of 2024-06-04"
  package static let role = ClauseRole.computed
  package static let step = ClauseStep.plan

  /// The day or month; a month means its last day.
  package let period: Period
  package let span: SourceSpan

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> AsOfClause {
    let term = try parser.period(or: .publication)
    guard case .period(let period) = term.value, period.unit == .day || period.unit == .month else {
      throw Diagnostic(
        "as-of-what-day",
        "`as of` takes a day or a month",
        at: term.span,
        hint: "such as `as of 2024-06-04` or `as of jun 2024`"
      )
    }
    return AsOfClause(period: period, span: term.span)
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) {
    draft.asOf = ResolvedQuery.AsOf(day: period.days.last, span: span)
  }

  package var spelling: String { "as of \(period.spelling)" }
}
