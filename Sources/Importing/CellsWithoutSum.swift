/// Cells that belong to one figure of a table but cannot be added up to it.
package enum CellsWithoutSum: Error {
  /// Several readings of a level for one row. The number is that of the table's figure.
  case levels(Int)
  /// Some cells are empty, and others are not.
  case partlyEmpty(Int)
}
