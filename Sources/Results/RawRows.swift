/// Rows of the database, one after the other: the current row, and a way to the next.
package protocol RawRows: RawRow, AnyObject {
  /// Moves to the next row; `false` when there is none.
  func step() throws -> Bool
}
