package import Diagnostics

/// `limit 10` — the first rows only.
package struct LimitClause: Clause {
  package static let keywords = ["limit"]
  package static let synopsis = "limit N"
  package static let summary = "only the first N rows"
  package static let example = "removals by citizenship in fy2022 limit 3"
  package static let role = ClauseRole.shape
  package static let step = ClauseStep.sql

  package let count: Int

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> LimitClause {
    LimitClause(count: try parser.count())
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) {
    draft.window.count = count
  }

  package var spelling: String { "limit \(count)" }
}
