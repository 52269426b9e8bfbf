/// A row of a table that is being written.
package struct TableRow {
  /// Coded as the time of the table says.
  package let period: Int
  /// The place of a value of each dimension.
  package let places: UnsafeBufferPointer<UInt32>
  /// Figures as whole numbers of their smallest parts; `nil` where none was published.
  package let figures: UnsafeBufferPointer<Int64>
  let marks: UnsafeBufferPointer<UInt8>

  /// Whether a figure holds a number.
  package func hasNumber(_ figure: Int) -> Bool { marks[figure] & CellMark.number != 0 }
  /// Whether something of a figure was withheld.
  package func isWithheld(_ figure: Int) -> Bool { marks[figure] & CellMark.withheld != 0 }
}
