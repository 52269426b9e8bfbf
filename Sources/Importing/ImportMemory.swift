private import CMachine

/// How the memory of an import is divided, in bytes: 256 MiB in all, whatever the file holds.
///
/// What is left takes the program itself, the caches of SQLite, and what is known of each text once
/// the file was read: the value that it means, its place among the values, and its line.
package enum ImportMemory {
  /// The different texts of a file.
  static let texts = 80 << 20
  /// The texts that all threads together keep before they hand them over.
  static let textsOfThreads = 32 << 20
  /// Sums, before they are put on the disk.
  static let sums = 40 << 20
  /// Rows of the table that are merged at once, on all threads together.
  static let merged = 24 << 20
  /// Rows that are made ahead of those being written.
  static let madeAhead = 8 << 20
  /// The rows of all rollups.
  static let rollups = 16 << 20

  /// Gives back what threads that have ended used and freed: to be called between two phases that
  /// each take much.
  package static func giveBackFree() { tally_give_back_free_memory() }
}
