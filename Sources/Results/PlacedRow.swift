/// A row whose keys are places in lists of their values, and whose other columns are figures. All
/// rows of an answer have the same lists.
package protocol PlacedRow {
  var keyCount: Int { get }
  var figureCount: Int { get }
  /// How many values a key has.
  func placeCount(of key: Int) -> Int
  /// The cell at a place.
  func cell(of key: Int, at place: Int) -> Cell
  /// The place of the row's own value.
  func place(of key: Int) -> Int
  /// As shown; `nil` where it is missing.
  func figure(_ index: Int) -> Number?
}
