extension Database {
  /// The columns of a table in order; none when there is no such table.
  package func columns(of table: String) throws(DatabaseError) -> [String] {
    try columns(of: table, "TRUE")
  }

  /// Those that cannot be without a value.
  func requiredColumns(of table: String) throws(DatabaseError) -> [String] {
    try columns(of: table, "\"notnull\" = 1 OR pk > 0")
  }

  private func columns(of table: String, _ which: String) throws(DatabaseError) -> [String] {
    let statement = try prepare("SELECT name FROM pragma_table_info(?) WHERE \(which)")
    statement.bind(table, at: 0)
    var columns: [String] = []
    while try statement.step() { columns.append(statement.text(at: 0)) }
    return columns
  }
}
