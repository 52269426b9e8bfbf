import Catalog
private import Importing

extension Database {
  /// Adds up the rows of a query by their first columns, which are whole numbers from 0, into a
  /// table of this connection alone, whose columns are named by their numbers. No column may be
  /// `NULL`.
  package func addUp(
    _ sql: String,
    keys: Int,
    sums: Int,
    into table: String
  ) throws(DatabaseError) {
    let cube = try cube(of: sql, keys: keys, sums: sums)
    let columns = (0..<keys + sums).map { "\($0)".inDoubleQuotes }
    let name = "temp." + table.inDoubleQuotes
    try withoutGuard { () throws(DatabaseError) in
      try execute("DROP TABLE IF EXISTS \(name)")
      try execute("CREATE TABLE \(name) (\(columns.joined(separator: ", ")))")
      let places = columns.map { _ in "?" }.joined(separator: ", ")
      let writer = try prepare("INSERT INTO \(name) VALUES (\(places))")
      for entry in 0..<cube.count {
        for key in 0..<keys { writer.bind(Int(cube.code(key, of: entry)), at: key) }
        for sum in 0..<sums {
          writer.bind(Int(cube.sum(sum, of: entry)), at: keys + sum)
        }
        _ = try writer.step()
        writer.reset()
      }
    }
  }

  /// Drops a table of sums.
  package func dropSums(in table: String) {
    try? withoutGuard { () throws(DatabaseError) in
      try execute("DROP TABLE IF EXISTS temp.\(table.inDoubleQuotes)")
    }
  }

  private func cube(of sql: String, keys: Int, sums: Int) throws(DatabaseError) -> Cube {
    let cube = Cube(keys: keys, figures: sums)
    let rows = try prepare(sql)
    var row = Cube.Row(keys: keys, figures: sums)
    while try rows.step() {
      for key in 0..<keys { row.codes[key] = UInt32(truncatingIfNeeded: rows.integer(at: key)) }
      for sum in 0..<sums { row.figures[sum] = Int64(rows.integer(at: keys + sum)) }
      guard cube.add(row) else {
        throw DatabaseError(code: 1, message: "integer overflow", path: path, sql: sql)
      }
    }
    return cube
  }
}
