/// Where an import is, for a progress bar.
package struct ImportProgress: Sendable {
  /// What an import is doing: reading the file, matching its values, or writing its tables.
  package enum Phase: Sendable {
    case reading, values, writing
  }

  package let phase: Phase
  /// From 0 to 1.
  package let fraction: Double
  /// Rows of the file that were read.
  package let rows: Int
}
