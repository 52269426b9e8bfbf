import Catalog

/// The text of a statement that inserts rows: `INSERT INTO "facts" ("a", "b") VALUES (?, 7)`.
struct InsertionText {
  private let head: String
  private let row: String

  /// `file`: the name of the attached file that has the table, where there is one. `fixed`: columns
  /// of which every row has the same value.
  init(
    into table: String,
    in file: String? = nil,
    columns: [String],
    fixed: [(column: String, value: Int)] = []
  ) {
    let names = (columns + fixed.map(\.column)).map(\.inDoubleQuotes).joined(separator: ", ")
    let place = (file.map { $0.inDoubleQuotes + "." } ?? "") + table.inDoubleQuotes
    head = "INSERT INTO \(place) (\(names)) VALUES "
    let cells = columns.map { _ in "?" } + fixed.map { String($0.value) }
    row = "(" + cells.joined(separator: ", ") + ")"
  }

  /// A statement for so many rows at once.
  func text(rows: Int = 1) -> String {
    head + Array(repeating: row, count: rows).joined(separator: ", ")
  }
}
