/// What is wrong with the syntax of a row.
package struct CSVFlaw: Error, Equatable {
  package let line: Int
  /// Which cell of the row, counted from 0.
  package let cell: Int
  package let message: String
}
