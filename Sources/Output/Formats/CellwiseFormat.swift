/// A format whose rows are just their cells, so that the encoding of a value can be made once and
/// copied.
package protocol CellwiseFormat: OutputFormat {
  /// The writer of the current answer.
  var cells: any CellWriter { get }
  /// What is between two rows.
  var rowSeparator: String { get }
  /// What follows every row.
  var rowEnding: String { get }
}

extension CellwiseFormat {
  package var cellwise: (any CellwiseFormat)? { self }
  package var rowSeparator: String { "" }
  package var rowEnding: String { "" }
}
