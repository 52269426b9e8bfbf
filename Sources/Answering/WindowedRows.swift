package import QueryLanguage
package import Results
import SQLCompiler

/// Skips the rows outside a window while they are read: those that sum up others come with their
/// group, when a row of the group is shown.
package struct WindowedRows {
  private var left: Int?
  private var isGroupShown = false
  private var isSummed = false

  package init(_ query: ResolvedQuery) {
    left = query.window.count(at: .reading)
  }

  /// Whether a row is shown. Call it once for each row, in the order of the answer.
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
