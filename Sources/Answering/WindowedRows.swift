package import QueryLanguage
package import Results
import SQLCompiler

/// Skips the rows outside a window while they are read: those that sum up others come with their
/// group, when a row of the group is shown.
package struct WindowedRows {
  /// The rows shown; `nil` where all are, or where another step leaves rows out.
  private let shown: Range<Int>?
  /// The place of the next row; rows that sum up others have none.
  private var place = 0
  private var isGroupShown = false
  private var isSummed = false

  package init(_ query: ResolvedQuery) {
    shown = query.shownRows(at: .reading)
  }

  /// Whether a row is shown. Call it once for each row, in the order of the answer.
  package mutating func keeps(_ row: AnswerRow) -> Bool {
    guard let shown else { return true }
    if row.isSummary {
      isSummed = true
      return isGroupShown
    }
    if isSummed { (isGroupShown, isSummed) = (false, false) }
    let isShown = shown.contains(place)
    place += 1
    if isShown { isGroupShown = true }
    return isShown
  }
}
