/// Cells that belong to one figure of a table but cannot be added up to it.
package struct CellsWithoutSum: Error {
  /// Why they cannot be added up.
  package enum Reason: Sendable {
    /// They are several readings of a level.
    case levels
    /// Some are empty, and others are not.
    case partlyEmpty
  }

  package let reason: Reason
  /// The number of the table's figure.
  package let figure: Int
  /// The period and the places of the values of the row that they belong to.
  package let period: Int
  package let places: [Int]
}
