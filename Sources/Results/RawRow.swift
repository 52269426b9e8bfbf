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
  /// Goes back before the first row.
  func reset()
}

/// A row whose keys are places in lists of their values, and whose other columns are figures. All rows of an answer have
/// the same lists.
package protocol PlacedRow {
  var keyCount: Int { get }
  var figureCount: Int { get }
  /// How many values a key has.
  func placeCount(of key: Int) -> Int
  /// What stands at a place.
  func cell(of key: Int, at place: Int) -> Cell
  /// The place of the row's own value.
  func place(of key: Int) -> Int
  /// As it is shown; `nil` where it is missing.
  func figure(_ index: Int) -> Number?
}
