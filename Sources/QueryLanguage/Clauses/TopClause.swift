package import Diagnostics

/// `top 5`, `bottom 3` — the values with the largest or smallest figures, ties included.
package struct TopClause: Clause {
  package static let keywords = ["top", "bottom"]
  package static let synopsis = "top N"
  package static let summary = "the N largest values of the last dimension; `bottom N` the smallest"
  package static let example = "encounters by citizenship top 5 in fy2023"
  package static let role = ClauseRole.shape
  package static let step = ClauseStep.sql

  /// `top`, and not `bottom`.
  package let isTop: Bool
  package let count: Int
  package let span: SourceSpan

  package init(isTop: Bool, count: Int, span: SourceSpan) {
    self.isTop = isTop
    self.count = count
    self.span = span
  }

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> TopClause {
    let start = parser.position - 1
    let count = try parser.count()
    return TopClause(isTop: keyword == "top", count: count, span: parser.span(from: start))
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) {
    draft.ranking = ResolvedQuery.Ranking(isTop: isTop, count: count, span: span)
  }

  package var spelling: String { "\(isTop ? "top" : "bottom") \(count)" }
}
