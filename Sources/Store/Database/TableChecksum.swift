private import CSQLite

/// What a table of a database was built with, and what it holds now.
package struct TableChecksum: Equatable, Sendable {
  /// A table of the file, such as `measure`; or the facts of one dataset, by its key.
  package let name: String
  /// Number of rows.
  package let rows: Int
  /// The sum of the rows in their order, in 16 hexadecimal digits.
  package let sum: String

  fileprivate init(name: String, rows: Int, sum: String) {
    (self.name, self.rows, self.sum) = (name, rows, sum)
  }

  init(_ name: String, _ sum: RowSum) {
    self.init(name: name, rows: sum.rows, sum: sum.value.digits)
  }

  /// The row of table `checksum`.
  var row: KeyValuePairs<String, any ColumnValue> { ["name": name, "rows": rows, "sum": sum] }
}

extension Database {
  /// Writes the checksum of every table that has no facts, whose sums are written with them, and
  /// the one of all together into the edition.
  func writeChecksums() throws(DatabaseError) {
    let writer = TableWriter("checksum", of: self)
    for part in try catalogTables() { try writer.insert(try checksum(of: part).row) }
    var all = RowSum()
    for checksum in try writtenChecksums() {
      all.add(checksum.name.utf8)
      all.add(checksum.rows)
      all.add(checksum.sum.utf8)
    }
    try execute("UPDATE edition SET checksum = '\(all.value.digits)'")
  }

  /// In the order of their names.
  private func writtenChecksums() throws(DatabaseError) -> [TableChecksum] {
    try all("SELECT name, rows, sum FROM checksum ORDER BY name") { row in
      TableChecksum(name: row.text(at: 0), rows: row.integer(at: 1), sum: row.text(at: 2))
    }
  }

  /// The tables that do not hold what they were built with, by name; a table that cannot be read is
  /// one of them. `progress` is told the fraction done.
  package func tablesThatDiffer(
    progress: (Double) -> Void = { _ in }
  ) throws(DatabaseError) -> [String] {
    var known = Dictionary(try writtenChecksums().map { ($0.name, $0) }) { first, _ in first }
    var differing: [String] = []
    let parts = try catalogTables() + facts()
    for (place, part) in parts.enumerated() {
      progress(Double(place) / Double(parts.count))
      let wanted = known.removeValue(forKey: part.name)
      if try readable({ () throws(DatabaseError) in try checksum(of: part) }) != wanted {
        differing.append(part.name)
      }
    }
    return differing + known.keys.sorted()
  }

  /// `nil` where a page is damaged.
  private func readable(
    _ body: () throws(DatabaseError) -> TableChecksum
  ) throws(DatabaseError) -> TableChecksum? {
    do throws(DatabaseError) {
      return try body()
    } catch {
      guard error.isDamage else { throw error }
      return nil
    }
  }

  /// A table, or the rows of one dataset.
  private struct ChecksumPart {
    let name: String
    let sql: String
  }

  /// The tables without facts. Two say what the others hold, and are left out.
  private func catalogTables() throws(DatabaseError) -> [ChecksumPart] {
    let subjects = try all("SELECT DISTINCT replace(subject, ' ', '_') FROM measure") {
      $0.text(at: 0)
    }
    return try all(
      """
      SELECT name FROM sqlite_schema
      WHERE type = 'table' AND name NOT IN ('checksum', 'edition') ORDER BY name
      """
    ) { $0.text(at: 0) }.filter { !subjects.contains($0) }
      .map { ChecksumPart(name: $0, sql: "SELECT * FROM \(sqlName($0))") }
  }

  /// The rows of each dataset, of which the columns that it fills.
  private func facts() throws(DatabaseError) -> [ChecksumPart] {
    let dimensions = try Dictionary(
      uniqueKeysWithValues: all("SELECT id, key FROM dimension") {
        ($0.text(at: 0), $0.text(at: 1))
      }
    )
    let measures = try keys(
      """
      SELECT dataset, key FROM dataset_measure JOIN measure ON measure.id = measure
      ORDER BY dataset, position
      """
    )
    return try all(
      "SELECT id, key, replace(subject, ' ', '_'), dimensions FROM dataset ORDER BY id"
    ) { row in
      let id = row.integer(at: 0)
      let columns = FactSink.columns(
        row.text(at: 3).separated(by: " ").compactMap { dimensions[$0] },
        measures[id] ?? []
      )
      return ChecksumPart(
        name: row.text(at: 1),
        sql: """
          SELECT \(columns.map(sqlName).joined(separator: ", "))
          FROM \(sqlName(row.text(at: 2))) WHERE dataset = \(id)
          """
      )
    }
  }

  /// The keys that a query finds for each dataset.
  private func keys(_ sql: String) throws(DatabaseError) -> [Int: [String]] {
    let found = try all(sql) { (dataset: $0.integer(at: 0), key: $0.text(at: 1)) }
    return Dictionary(grouping: found, by: \.dataset).mapValues { $0.map(\.key) }
  }

  private func checksum(of part: ChecksumPart) throws(DatabaseError) -> TableChecksum {
    let statement = try prepare(part.sql)
    var sum = RowSum()
    while try statement.step() {
      for column in 0..<statement.columnCount { sum.add(statement, column) }
      sum.endRow()
    }
    return TableChecksum(part.name, sum)
  }
}

extension RowSum {
  fileprivate mutating func add(_ statement: PreparedStatement, _ column: Int) {
    switch sqlite3_column_type(statement.handle, Int32(column)) {
    case SQLITE_NULL: addEmpty()
    case SQLITE_INTEGER: add(statement.integer(at: column))
    case SQLITE_FLOAT: add(Int(bitPattern: UInt(statement.real(at: column).bitPattern)))
    default: add(statement.bytes(at: column))
    }
  }
}

extension UInt64 {
  /// In 16 hexadecimal digits.
  fileprivate var digits: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
