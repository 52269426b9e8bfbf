/// A row as the database gives it. Columns count from zero.
package protocol RawRow {
  func isNull(at column: Int) -> Bool
  /// Whether the value was computed as a floating-point number.
  func isReal(at column: Int) -> Bool
  func integer(at column: Int) -> Int
  func real(at column: Int) -> Double
  func text(at column: Int) -> String
}
