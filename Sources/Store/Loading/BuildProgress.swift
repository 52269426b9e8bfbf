/// How far the building of a database is, for a progress bar.
package struct BuildProgress: Equatable, Sendable {
  /// Rows of data files that are loaded.
  package let rows: Int
  /// Bytes of data files that are loaded.
  package let bytes: Int
  /// Bytes of all data files.
  package let bytesInAll: Int

  /// From 0 to 1.
  package var fraction: Double {
    bytesInAll == 0 ? 1 : Double(bytes) / Double(bytesInAll)
  }
}
