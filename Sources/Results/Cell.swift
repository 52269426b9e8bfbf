package import Catalog

/// What one row of an answer has in one column.
package enum Cell: Hashable, Sendable {
  case period(Period)
  case text(String)
  case number(Number, Precision)
  case missing(Absence)
  /// The verdict on a statement.
  case verdict(Verdict)
  /// The figures of the row over time, to be drawn.
  case sparkline([SparkPoint])
  /// The sources of the row.
  case sources([SourceMark])
  /// Several records of named members: the periods that a statement is compared with.
  case records([[CellMember]])
}
