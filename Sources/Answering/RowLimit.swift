package import QueryLanguage
package import Results
import SQLCompiler

/// `limit N` where it does not count every row: those that sum up others come with their group, when a row
/// of the group is shown.
package struct RowLimit {
  private var left: Int?
  private var isGroupShown = false
  private var isSummed = false

  package init(_ query: ResolvedQuery) {
    left = query.isLimitedByReader && !query.isAcross ? query.limit : nil
  }

  package mutating func keeps(_ row: AnswerRow) -> Bool {
    guard let known = left else { return true }
    if row.isSummary {
      isSummed = true
      return isGroupShown
    }
    if isSummed { (isGroupShown, isSummed) = (false, false) }
    left = max(0, known - 1)
    if known > 0 { isGroupShown = true }
    return known > 0
  }
}
