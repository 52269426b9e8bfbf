private import CSQLite
import Catalog
private import Importing

/// What a table of a database was built with, and what it holds now.
package struct TableChecksum: Equatable, Sendable {
  /// A table of the file, such as `measure`; or the facts of one dataset, by its key.
  package let name: String
  /// Number of rows.
  package let rows: Int
  /// SHA-256 of the rows in their order, in hexadecimal digits.
  package let sha256: String

  fileprivate init(name: String, rows: Int, sha256: String) {
    (self.name, self.rows, self.sha256) = (name, rows, sha256)
  }
}

extension Database {
  /// Writes the checksum of every table, and the one of all together into the edition.
  func writeChecksums() throws(DatabaseError) {
    let writer = TableWriter("checksum", of: self)
    var all = FileDigest()
    for part in try parts() {
      let sum = try checksum(of: part)
      try writer.insert(["name": sum.name, "rows": sum.rows, "sha256": sum.sha256])
      all.add("\(sum.name) \(sum.rows) \(sum.sha256)\n")
    }
    try execute("UPDATE edition SET sums = '\(all.finish())'")
  }

  /// The tables that do not hold what they were built with, by name; a table that cannot be read is
  /// one of them. `progress` is told the fraction done.
  package func tablesThatDiffer(
    progress: (Double) -> Void = { _ in }
  ) throws(DatabaseError) -> [String] {
    let built = try all("SELECT name, rows, sha256 FROM checksum") { row in
      TableChecksum(name: row.text(at: 0), rows: row.integer(at: 1), sha256: row.text(at: 2))
    }
    var known = Dictionary(built.map { ($0.name, $0) }) { first, _ in first }
    var differing: [String] = []
    let parts = try parts()
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

  private func parts() throws(DatabaseError) -> [ChecksumPart] {
    let subjects = try all("SELECT DISTINCT replace(subject, ' ', '_') FROM measure") {
      $0.text(at: 0)
    }
    // The last two say what the others hold.
    let others = try all(
      """
      SELECT name FROM sqlite_schema
      WHERE type = 'table' AND name NOT IN ('checksum', 'edition') ORDER BY name
      """
    ) { $0.text(at: 0) }.filter { !subjects.contains($0) }
    let facts = try all("SELECT id, key, replace(subject, ' ', '_') FROM dataset ORDER BY id") {
      (id: $0.integer(at: 0), key: $0.text(at: 1), table: $0.text(at: 2))
    }
    return others.map { ChecksumPart(name: $0, sql: "SELECT * FROM \($0.inDoubleQuotes)") }
      + facts.map {
        ChecksumPart(
          name: $0.key,
          sql: "SELECT * FROM \($0.table.inDoubleQuotes) WHERE dataset = \($0.id)"
        )
      }
  }

  private func checksum(of part: ChecksumPart) throws(DatabaseError) -> TableChecksum {
    let statement = try prepare(part.sql)
    var digest = FileDigest()
    var rows = 0
    var bytes: [UInt8] = []
    while try statement.step() {
      rows += 1
      for column in 0..<statement.columnCount { statement.appendCell(column, to: &bytes) }
      if bytes.count > 65_536 {
        digest.add(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    digest.add(bytes)
    return TableChecksum(name: part.name, rows: rows, sha256: digest.finish())
  }
}

extension FileDigest {
  fileprivate mutating func add(_ text: String) { add(Array(text.utf8)) }

  fileprivate mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }
}

extension PreparedStatement {
  /// The type of a value, and the value; of a text, how long it is first. A whole number takes as
  /// many bytes as it needs, since most are small.
  fileprivate func appendCell(_ column: Int, to bytes: inout [UInt8]) {
    let type = sqlite3_column_type(handle, Int32(column))
    let kind = UInt8(truncatingIfNeeded: type) << 4
    switch type {
    case SQLITE_NULL: bytes.append(kind)
    case SQLITE_INTEGER: bytes.append(integer(at: column), of: kind)
    case SQLITE_FLOAT:
      bytes.append(Int(bitPattern: UInt(real(at: column).bitPattern)), of: kind)
    default:
      let text = self.bytes(at: column)
      bytes.append(text.count, of: kind)
      bytes.append(contentsOf: text)
    }
  }
}

extension [UInt8] {
  /// A kind with the number of bytes that follow, and these from the lowest on.
  fileprivate mutating func append(_ number: Int, of kind: UInt8) {
    var left = UInt(bitPattern: number)
    let count = (UInt.bitWidth - left.leadingZeroBitCount + 7) / 8
    append(kind | UInt8(count))
    for _ in 0..<count {
      append(UInt8(truncatingIfNeeded: left))
      left >>= 8
    }
  }
}
