package import Catalog
import Diagnostics

/// The periods that a value is compared with: those after a period and before its own, as in
/// `since jul 2020` and `fy since fy2010`.
package struct Reach: Sendable {
  package let since: PeriodTerm
  /// The unit of the periods, where it differs from that of the value's period.
  package let unit: TimeUnit?

  var spelling: String { (unit.map { "\($0.keyword) " } ?? "") + "since \(since.spelling)" }

  /// The same with its period replaced.
  func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> Reach {
    Reach(since: replace(since), unit: unit)
  }

  /// Reads `since jul 2020`, also after the unit and `of any`.
  static func parse(from parser: inout Parser) throws(Diagnostic) -> Reach {
    if parser.current?.word == "of", parser.peekWord(1) == "any" {
      parser.advance()
      parser.advance()
    }
    let unit = parser.timeUnit()
    guard parser.skip(word: "since") else {
      throw .expected(
        "`since` and a period",
        at: parser.currentSpan,
        hint: "the periods after it are compared, as in `is lowest since jul 2020`"
      )
    }
    return Reach(since: try parser.period(), unit: unit)
  }

  /// Why a question does not have one period that others can be compared with.
  func refusal(of query: ResolvedQuery, at span: SourceSpan) -> Diagnostic? {
    guard query.versus == nil else {
      return Diagnostic(
        "extreme-of-a-change",
        "`since` compares the values of periods, and here is a change between two",
        at: span,
        hint: "`change in` is judged by `= -18%`, `rose`, `fell by 300` or `doubled`"
      )
    }
    guard query.days == nil, query.relativePeriods.isEmpty, !query.isYearToDate else { return nil }
    let label = query.columns[0].label
    return Diagnostic(
      "no-period",
      "`since` compares a period with others, and the statement names no period",
      at: span,
      hint: "such as `\(label) in fy2022 …`, or `\(label) latest …`"
    )
  }
}
