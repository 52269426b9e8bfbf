package import QueryLanguage
package import Results
import SQLCompiler

/// `limit N` where it does not count every row: those that sum up others come with it.
package struct RowLimit {
  private var left: Int?

  package init(_ query: ResolvedQuery) {
    left = query.isLimitedByReader && !query.isAcross ? query.limit : nil
  }

  package mutating func keeps(_ row: AnswerRow) -> Bool {
    guard let known = left, !row.isSummary else { return true }
    left = max(0, known - 1)
    return known > 0
  }
}
