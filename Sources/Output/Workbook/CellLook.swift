/// How a cell of a workbook looks.
struct CellLook: Hashable {
  enum Weight: Hashable { case plain, bold, link }

  var format = NumberFormat.general
  var weight = Weight.plain
  /// Whether its text goes on in further lines of the cell.
  var wraps = false
  /// Whether it stands to the right, as headings of figures do.
  var isRight = false
}
