/// Which rows of a finished answer are shown: its clauses fill it, and it says to each step that
/// leaves rows out which ones to show.
package struct RowWindow: Sendable {
  /// The step that leaves rows out.
  package enum Place: Sendable {
    /// SQL does not return them.
    case sql
    /// They are skipped while rows are read: rows that sum up others do not count, and come with
    /// their group.
    case reading
    /// Rows are turned into columns first: the rows that become one row count once.
    case turning
  }

  /// The most rows that are shown; `nil` for all.
  var count: Int?

  /// The rows shown, counted from 0 in the order of the answer; `nil` for all.
  var rows: Range<Int>? { count.map { 0..<$0 } }
}
