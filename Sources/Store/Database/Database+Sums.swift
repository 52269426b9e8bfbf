private import Importing

extension Database {
  /// Adds up the rows of a query by their first columns, which are whole numbers from 0, into a table of this connection
  /// alone, whose columns are called by their places.
  package func addUp(
    _ sql: String,
    keys: Int,
    sums: Int,
    into table: String
  ) throws(DatabaseError) {
    let cube = try cube(of: sql, keys: keys, sums: sums)
    let columns = (0..<keys + sums).map { sqlName("\($0)") }
    let name = "temp." + sqlName(table)
    try withoutGuard { () throws(DatabaseError) in
      try execute("DROP TABLE IF EXISTS \(name)")
      try execute("CREATE TABLE \(name) (\(columns.joined(separator: ", ")))")
      let places = columns.map { _ in "?" }.joined(separator: ", ")
      let writer = try prepare("INSERT INTO \(name) VALUES (\(places))")
      for entry in 0..<cube.count {
        for key in 0..<keys { writer.bind(Int(cube.code(key, of: entry)), at: key) }
        for sum in 0..<sums {
          if let value = cube.sum(sum, of: entry) {
            writer.bind(Int(value), at: keys + sum)
          } else {
            writer.bindNull(at: keys + sum)
          }
        }
        _ = try writer.step()
        writer.reset()
      }
    }
  }

  package func dropSums(in table: String) {
    try? withoutGuard { () throws(DatabaseError) in
      try execute("DROP TABLE IF EXISTS temp.\(sqlName(table))")
    }
  }

  private func cube(of sql: String, keys: Int, sums: Int) throws(DatabaseError) -> Cube {
    let cube = Cube(keys: keys, figures: sums)
    let rows = try prepare(sql)
    var codes = [UInt32](repeating: 0, count: keys)
    var figures = [Int64?](repeating: nil, count: sums)
    while try rows.step() {
      for key in 0..<keys { codes[key] = UInt32(truncatingIfNeeded: rows.integer(at: key)) }
      for sum in 0..<sums {
        figures[sum] = rows.isNull(at: keys + sum) ? nil : Int64(rows.integer(at: keys + sum))
      }
      guard cube.add(codes, figures) else {
        throw DatabaseError(code: 20, message: "integer overflow", path: path, sql: sql)
      }
    }
    return cube
  }
}
