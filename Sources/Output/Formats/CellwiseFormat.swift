/// A format whose rows are their cells: so what a value becomes can be written once and copied from
/// then on.
package protocol CellwiseFormat: OutputFormat {
  /// That of the answer which was begun.
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
