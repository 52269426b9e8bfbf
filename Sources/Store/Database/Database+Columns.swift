extension Database {
  /// The columns of a table in order; none when there is no such table.
  package func columns(of table: String) throws(DatabaseError) -> [String] {
    let statement = try prepare("SELECT name FROM pragma_table_info(?)")
    statement.bind(table, at: 0)
    var columns: [String] = []
    while try statement.step() { columns.append(statement.text(at: 0)) }
    return columns
  }
}
