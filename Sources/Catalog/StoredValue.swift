/// A value that one row of a table holds: the table, its columns and how they are read, declared in
/// one place.
package protocol StoredValue {
  static var table: String { get }
  /// The columns in SQL, in the order in which ``init(row:)`` reads them.
  static var columns: String { get }

  /// `nil` where the row is of a kind that this program does not know: rows of a later version are
  /// skipped.
  init?(row: some CatalogRow)
}
