import Catalog
package import Diagnostics

/// `vs fy2023`, `vs previous year` — two periods side by side, with the change between them.
package struct VersusClause: Clause {
  package static let keywords = ["vs", "versus"]
  package static let synopsis = "vs PERIOD, vs previous year"
  package static let summary = "two periods side by side, with the change from the second"
  package static let example = "encounters by citizenship top 5 in fy2023 vs fy2022"
  package static let role = ClauseRole.computed
  package static let step = ClauseStep.plan

  /// The period after `vs`.
  package enum Other: Equatable, Sendable {
    case previousYear
    case range(InClause.Range)
  }

  package let other: Other
  package let span: SourceSpan

  package init(other: Other, span: SourceSpan) {
    self.other = other
    self.span = span
  }

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> VersusClause {
    let start = parser.position - 1
    let other = try other(from: &parser)
    return VersusClause(other: other, span: parser.span(from: start))
  }

  private static func other(from parser: inout Parser) throws(Diagnostic) -> Other {
    if parser.skip(word: "previous") {
      guard parser.skip(word: "year") else { throw .expected("`year`", at: parser.currentSpan) }
      return .previousYear
    }
    if parser.current?.word == "last", parser.periodAhead == nil {
      throw .expected(
        "a period",
        at: parser.currentSpan,
        hint: "`vs previous year`, or `vs fy2023`"
      )
    }
    if parser.periodAhead == nil { try refuseOtherThan(periods: parser) }
    // `from` and `to` mean the same as two dots.
    let isFrom = parser.skip(word: "from")
    let first = try parser.period()
    let hasLast = parser.skip(.dots) || isFrom && parser.skip(word: "to")
    let last = hasLast ? try parser.period() : nil
    return .range(InClause.Range(first: first, last: last))
  }

  /// Values and measures are compared as columns.
  private static func refuseOtherThan(periods parser: Parser) throws(Diagnostic) {
    let value = parser.lookAhead { $0.keptName() }
    let measure = parser.lookAhead { $0.name(.measures) }
    if let value, value.after.position >= measure?.after.position ?? 0 {
      throw .valueAsPeriod(value.value)
    }
    if let measure { throw .measureAsPeriod(measure.value) }
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) throws(Diagnostic) {
    switch other {
    case .previousYear: draft.versus = ResolvedQuery.Versus(days: nil, span: span)
    case .range(let range):
      let days = DaySet([try range.days(in: scope, for: &draft)])
      draft.versus = ResolvedQuery.Versus(days: days, span: span)
    }
  }

  package func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> VersusClause {
    switch other {
    case .previousYear: self
    case .range(let range):
      VersusClause(other: .range(range.replacingPeriods(replace)), span: span)
    }
  }

  package var spelling: String {
    switch other {
    case .previousYear: "vs previous year"
    case .range(let range): "vs \(range.spelling)"
    }
  }
}

extension Parser {
  /// The period that comes next, if any.
  fileprivate var periodAhead: PeriodTerm? {
    lookAhead { ahead in try? ahead.period() }?.value
  }
}

extension Diagnostic {
  /// Two measures are put side by side with a comma.
  fileprivate static func measureAsPeriod(_ name: Name) -> Diagnostic {
    Diagnostic(
      "measure-as-period",
      kind: .notLanguage,
      "`vs` takes a period, and `\(name.text)` is something to count",
      at: name.span,
      hint: "side by side they are columns, with a comma between them"
    )
  }

  /// Two values can be put side by side as two columns; after `for` they would be added up.
  fileprivate static func valueAsPeriod(_ name: Name) -> Diagnostic {
    Diagnostic(
      "value-as-period",
      kind: .speech,
      "`vs` takes a period, and `\(name.text)` is a value",
      at: name.span,
      hint: "values are compared as columns, each in brackets after what is counted"
    )
  }
}
