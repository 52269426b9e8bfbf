/// Which edition of the data a database holds.
package struct DataEdition: Hashable, Sendable {
  /// When the newest source of a table in use was published that has an address: `2026-09-18`,
  /// `2026-09` or `2026`.
  package let published: String
  /// The id of that source; 0 where there is none.
  package let source: Int
  /// The id of the newest source that was read from its publisher itself; 0 where there is none.
  package let ownSource: Int
  /// Number of published tables, earlier editions of them included.
  package let tables: Int
  /// Number of rows of those tables.
  package let rows: Int
  /// The sum of the sums of all tables, as `tally verify` compares them, in 16 hexadecimal digits.
  package let checksum: String
}

extension DataEdition: StoredValue {
  package static let table = "edition"
  package static let columns = "published, source, own_source, tables, rows, checksum"

  package init?(row: some CatalogRow) {
    published = row.text(at: 0)
    source = row.integer(at: 1)
    ownSource = row.integer(at: 2)
    tables = row.integer(at: 3)
    rows = row.integer(at: 4)
    checksum = row.text(at: 5)
  }
}
