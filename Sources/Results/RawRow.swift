/// A row as returned by the database. Columns count from zero.
package protocol RawRow {
  func isNull(at column: Int) -> Bool
  func integer(at column: Int) -> Int
  /// Whole or computed as a floating-point number; `nil` where the column has no value.
  func number(at column: Int) -> Number?
  func text(at column: Int) -> String
}
