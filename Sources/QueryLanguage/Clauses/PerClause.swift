package import Diagnostics

/// `per day` — flows divided by the days, months or twelve months that each row really covers.
package struct PerClause: Clause {
  package static let keywords = ["per"]
  package static let synopsis = "per day|month|fy"
  package static let summary = "flows divided by the days, months or years that each row covers"
  package static let example = "removals by fy since 2020 per day"
  package static let role = ClauseRole.computed
  package static let step = ClauseStep.sql

  /// The length of time that flows are divided by. The raw value is the keyword.
  package enum Length: String, CaseIterable, Sendable {
    case day, month, fy

    /// As written in a unit: `events per day`.
    package var name: String {
      switch self {
      case .day: "day"
      case .month: "month"
      case .fy: "twelve months"
      }
    }
  }

  package let unit: Length
  package let span: SourceSpan

  package init(unit: Length, span: SourceSpan) {
    self.unit = unit
    self.span = span
  }

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> PerClause {
    let start = parser.position - 1
    for unit in Length.allCases where parser.skip(word: unit.rawValue) {
      return PerClause(unit: unit, span: parser.span(from: start))
    }
    throw .expected(
      "`day`, `month` or `fy`",
      at: parser.currentSpan,
      hint: "a ratio of two measures is written `removals / encounters`"
    )
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) {
    draft.per = ResolvedQuery.Per(unit: unit, span: span)
  }

  package var spelling: String { "per \(unit.rawValue)" }
}
