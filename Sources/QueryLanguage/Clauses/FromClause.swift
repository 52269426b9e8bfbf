import Catalog
package import Diagnostics

/// `from 12 may 2023 to 17 nov 2023`, `between oct 2023 and may 2024` — both ends included.
package struct FromClause: Clause {
  package static let keywords = ["from", "between"]
  package static let synopsis = "from PERIOD to PERIOD"
  package static let summary = "both ends included; also `between PERIOD and PERIOD`"
  package static let example = "encounters by month from oct 2023 to may 2024"
  package static let role = ClauseRole.period
  package static let step = ClauseStep.plan

  /// Whether it was written as `between … and …`.
  package let isBetween: Bool
  package let first: PeriodTerm
  package let last: PeriodTerm

  /// `between 100,000 and 120,000` belongs to a statement, and begins no clause.
  package static func begins(_ parser: Parser) -> Bool {
    guard parser.current?.word == "between", parser.hasAmount(1) else { return true }
    guard case .number(let literal)? = parser.peek(1)?.kind, let number = literal.plainInteger
    else { return false }
    // A year, or a day before its month or after it.
    return (1000...9999).contains(number) || parser.peekWord(2).map { $0 != "and" } ?? false
  }

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
          hint: parser.current?.kind == .dots ? Self.hintForSpans : nil
        )
      }
    }
    let last = try parser.period()
    guard parser.current?.kind != .dots else {
      throw .expected("the end of `\(keyword)`", at: parser.currentSpan, hint: Self.hintForSpans)
    }
    return FromClause(isBetween: keyword == "between", first: first, last: last)
  }

  private static let hintForSpans = "spans are set side by side by `in A..B vs C..D`"

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
