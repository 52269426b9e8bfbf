import Catalog
package import Diagnostics

/// `in fy2024`, `in 2020..2022, fy2024` — these periods, both ends included.
package struct InClause: Clause {
  package static let keywords = ["in"]
  package static let synopsis = "in PERIOD, …"
  package static let summary = "only these periods: fy2024, q2 fy2024, may 2024, 2020..2024, …"
  package static let example = "removals in fy2022"
  package static let role = ClauseRole.period

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
    let start = scope.days(of: first, for: &draft)
    let end = last.map { scope.days(of: $0, for: &draft) } ?? start
    return try .spanning(
      start,
      end,
      at: last.map { first.span.joined(with: $0.span) } ?? first.span
    )
  }

  func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> Self {
    Self(first: replace(first), last: last.map(replace))
  }

  var spelling: String { first.spelling + (last.map { "..\($0.spelling)" } ?? "") }
}

/// `since 2010`, `after fy2010` — a period and what follows; `after` leaves the period out.
package struct SinceClause: Clause {
  package static let keywords = ["since", "after"]
  package static let synopsis = "since PERIOD"
  package static let summary = "this period and later ones; `after` leaves it out"
  package static let example = "removals by fy since 2015"
  package static let role = ClauseRole.period

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
    let days = scope.days(of: period, for: &draft)
    let start = isIncluded ? days.first : days.last.next
    try draft.keep(DaySet([DayRange(start, .distantFuture)]), at: period.span)
  }

  package func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> SinceClause {
    SinceClause(isIncluded: isIncluded, period: replace(period))
  }

  package var spelling: String { (isIncluded ? "since " : "after ") + period.spelling }
}

/// `until 2020`, `through 2020`, `before 2020` — a period and what came before; `before` leaves it out.
package struct UntilClause: Clause {
  package static let keywords = ["until", "through", "before"]
  package static let synopsis = "until PERIOD"
  package static let summary = "this period and earlier ones; `before` leaves it out"
  package static let example = "refugee admissions by fy until 1985"
  package static let role = ClauseRole.period

  package let keyword: String
  package let period: PeriodTerm

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> UntilClause {
    UntilClause(keyword: keyword, period: try parser.period())
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) throws(Diagnostic) {
    let days = scope.days(of: period, for: &draft)
    let end = keyword == "before" ? days.first.previous : days.last
    try draft.keep(DaySet([DayRange(.distantPast, end)]), at: period.span)
  }

  package func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> UntilClause {
    UntilClause(keyword: keyword, period: replace(period))
  }

  package var spelling: String { "\(keyword) \(period.spelling)" }
}

/// `from 12 may 2023 to 17 nov 2023`, `between oct 2023 and may 2024` — both ends included.
package struct FromClause: Clause {
  package static let keywords = ["from", "between"]
  package static let synopsis = "from PERIOD to PERIOD"
  package static let summary = "both ends included; also `between PERIOD and PERIOD`"
  package static let example = "encounters by month from oct 2023 to may 2024"
  package static let role = ClauseRole.period

  package let isBetween: Bool
  package let first: PeriodTerm
  package let last: PeriodTerm

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> FromClause {
    let first = try parser.period()
    if keyword == "between" {
      guard parser.skip(word: "and") else { throw .expected("`and`", at: parser.currentSpan) }
    } else {
      guard parser.skip(word: "to") || parser.skip(word: "through") else {
        throw .expected(
          "`to` or `through`",
          at: parser.currentSpan,
          hint: parser.current?.kind == .dots
            ? "spans are set side by side by `in A..B vs C..D`" : nil
        )
      }
    }
    return FromClause(isBetween: keyword == "between", first: first, last: try parser.period())
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) throws(Diagnostic) {
    let span = first.span.joined(with: last.span)
    let days = try DayRange.spanning(
      scope.days(of: first, for: &draft),
      scope.days(of: last, for: &draft),
      at: span
    )
    try draft.keep(DaySet([days]), at: span)
  }

  package func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> FromClause {
    FromClause(isBetween: isBetween, first: replace(first), last: replace(last))
  }

  package var spelling: String {
    isBetween
      ? "between \(first.spelling) and \(last.spelling)"
      : "from \(first.spelling) to \(last.spelling)"
  }
}

extension DayRange {
  /// From the first day of one range to the last day of another, which must not come before it.
  fileprivate static func spanning(
    _ first: DayRange,
    _ last: DayRange,
    at span: SourceSpan
  ) throws(Diagnostic) -> DayRange {
    guard first.first <= last.last else {
      throw Diagnostic("backwards", "this period ends before it begins", at: span)
    }
    return DayRange(first.first, last.last)
  }
}
