/// A row as the database gives it. Columns count from zero.
package protocol RawRow {
  func isNull(at column: Int) -> Bool
  func integer(at column: Int) -> Int
  /// Whole or computed as a floating-point number; `nil` where the column has no value.
  func number(at column: Int) -> Number?
  func text(at column: Int) -> String
}

/// Rows of the database, one after the other: the row at hand, and the way to the next.
package protocol RawRows: RawRow, AnyObject {
  /// Moves to the next row; `false` when there is none.
  func step() throws -> Bool
}
