import Catalog
package import Diagnostics

/// `in fy2024`, `in 2020..2022, fy2024` — these periods, both ends included.
package struct InClause: Clause {
  package static let keywords = ["in"]
  package static let synopsis = "in PERIOD, …"
  package static let summary = "only these periods: fy2024, q2 fy2024, may 2024, 2020..2024, …"
  package static let example = "removals in fy2022"
  package static let role = ClauseRole.period
  package static let step = ClauseStep.plan

  /// A period, or all periods from a first to a last one, both included: `fy2024`, `2020..2022`.
  package struct Range: Equatable, Sendable {
    package let first: PeriodTerm
    package let last: PeriodTerm?

    package init(first: PeriodTerm, last: PeriodTerm?) {
      self.first = first
      self.last = last
    }
  }

  package let ranges: [Range]

  package init(ranges: [Range]) {
    self.ranges = ranges
  }

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> InClause {
    InClause(
      ranges: try parser.list { parser throws(Diagnostic) in
        let first = try parser.period()
        guard parser.skip(.dots) else { return Range(first: first, last: nil) }
        return Range(first: first, last: try parser.period())
      }
    )
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) throws(Diagnostic) {
    if ranges.allSatisfy({ $0.last == nil && !$0.first.administrations.isEmpty }) {
      return draft.keep(terms: ranges.flatMap(\.first.administrations))
    }
    var selected: [DayRange] = []
    for range in ranges {
      selected.append(try range.days(in: scope, for: &draft))
    }
    try draft.keep(
      DaySet(selected),
      at: ranges.reduce(ranges[0].first.span) { $0.joined(with: ($1.last ?? $1.first).span) }
    )
  }

  package func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> InClause {
    InClause(ranges: ranges.map { $0.replacingPeriods(replace) })
  }

  package var spelling: String {
    "in " + ranges.map(\.spelling).joined(separator: ", ")
  }
}

extension InClause.Range {
  func days(in scope: Scope, for draft: inout ResolvedQuery) throws(Diagnostic) -> DayRange {
    let start = try scope.days(of: first, for: &draft)
    guard let last else { return start }
    return try .spanning(
      start,
      scope.days(of: last, for: &draft),
      at: first.span.joined(with: last.span)
    )
  }

  func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> Self {
    Self(first: replace(first), last: last.map(replace))
  }

  var spelling: String { first.spelling + (last.map { "..\($0.spelling)" } ?? "") }
}
