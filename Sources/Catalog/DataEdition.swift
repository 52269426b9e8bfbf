/// Which edition of the data a database holds.
package struct DataEdition: Hashable, Sendable {
  /// When the newest source of a table was published: `2026-09-18`, `2026-09` or `2026`.
  package let published: String
  /// Number of published tables, earlier editions of them included.
  package let tables: Int
  /// Number of rows of those tables.
  package let rows: Int
  /// The sum of the sums of all tables, as `tally verify` compares them, in 16 hexadecimal digits.
  package let checksum: String
}

extension DataEdition: StoredValue {
  package static let table = "edition"
  package static let columns = "published, tables, rows, checksum"

  package init?(row: some CatalogRow) {
    published = row.text(at: 0)
    tables = row.integer(at: 1)
    rows = row.integer(at: 2)
    checksum = row.text(at: 3)
  }
}
