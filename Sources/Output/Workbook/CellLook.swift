/// How a cell of a workbook looks.
struct CellLook: Hashable {
  enum Weight: Hashable { case plain, bold, link }
  enum Side: String { case left, right }

  var format = NumberFormat.general
  var weight = Weight.plain
  /// Whether its text goes on in further lines of the cell.
  var wraps = false
  /// How it is aligned; where nothing is said, texts to the left and numbers to the right.
  var side: Side?
}
