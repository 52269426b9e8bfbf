/// A value that one row of a table holds: the table, its columns and how they are read, declared in
/// one place.
package protocol StoredValue {
  static var table: String { get }
  /// As SQL lists them, in the order in which ``init(row:)`` reads them.
  static var columns: String { get }

  /// `nil` where the row is none that this program knows: rows of a later version are passed over.
  init?(row: some CatalogRow)
}
