/// One import: the file that was read, when, and how its columns and values were understood.
package struct ImportRecord: Sendable {
  package let id: Int
  /// Its name, which ``ImportedData/drop(_:)`` takes.
  package let key: String
  /// The path of the file as it was given.
  package let file: String
  /// In lower-case hexadecimal digits.
  package let sha256: String
  /// In bytes.
  package let size: Int
  /// Rows of the file.
  package let rows: Int
  /// The day of the import, as `2026-11-22`.
  package let imported: String
  /// The name of the format.
  package let format: String
  /// How columns and values were understood, a line each.
  package let mapping: String

  package init(
    id: Int,
    key: String,
    file: String,
    sha256: String,
    size: Int,
    rows: Int,
    imported: String,
    format: String,
    mapping: String
  ) {
    self.id = id
    self.key = key
    self.file = file
    self.sha256 = sha256
    self.size = size
    self.rows = rows
    self.imported = imported
    self.format = format
    self.mapping = mapping
  }
}

extension ImportRecord {
  init(row: PreparedStatement) {
    self.init(
      id: row.integer(at: 0),
      key: row.text(at: 1),
      file: row.text(at: 2),
      sha256: row.text(at: 3),
      size: row.integer(at: 4),
      rows: row.integer(at: 5),
      imported: row.text(at: 6),
      format: row.text(at: 7),
      mapping: row.text(at: 8)
    )
  }

  static let columns = "id, key, file, sha256, size, rows, imported, format, mapping"
}
