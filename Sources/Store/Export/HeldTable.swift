import Catalog

/// A table of the database as other databases keep it: its columns, its key, and its rows, imported
/// ones included.
package struct HeldTable: Sendable {
  /// A column, with what its cells hold.
  package struct Column: Sendable {
    /// What other databases must keep of a cell.
    package enum Kind: Sendable {
      case text
      /// Fits into 32 bits, or into 64.
      case integer, largeInteger
      case real
    }

    package let name: String
    package let kind: Kind
  }

  package let name: String
  package let columns: [Column]
  /// The columns by which a row is told from others; empty where rows have no key.
  package let key: [String]
  /// Whether it is of imported facts, in the file of imported data.
  package let isImported: Bool
  /// Gives the rows, with the columns in order.
  fileprivate let query: String
}

extension Database {
  /// Gives each row of a table to `body`.
  package func readRows(of table: HeldTable, _ body: (PreparedStatement) throws -> Void) throws {
    let rows = try withoutGuard { () throws(DatabaseError) in try prepare(table.query) }
    while try rows.step() { try body(rows) }
  }

  /// Every table, those of imported facts last.
  package func heldTables() throws(DatabaseError) -> [HeldTable] {
    try withoutGuard { () throws(DatabaseError) in
      let facts = try FactTables(of: self)
      var tables: [HeldTable] = []
      for name in try tableNames() {
        let isOfFacts = facts.subjects.contains(name)
        let isShared = isOfFacts ? false : try sharesRows(name)
        let other = isShared ? Self.importedName : nil
        tables.append(try heldTable(name, in: "main", and: other, hasLargeFigures: isOfFacts))
      }
      for name in facts.imported.values.flatMap({ $0 }).sorted() {
        tables.append(
          try heldTable(name, in: Self.importedName, and: nil, hasLargeFigures: true)
        )
      }
      return tables
    }
  }

  /// Whether imported data have rows of a table of the catalog.
  private func sharesRows(_ table: String) throws(DatabaseError) -> Bool {
    guard imports != nil, table != "catalog_version" else { return false }
    let rows = try prepare(
      "SELECT 1 FROM \(Self.importedName).sqlite_schema WHERE type = 'table' AND name = ?"
    )
    rows.bind(table, at: 0)
    return try rows.step()
  }

  private func heldTable(
    _ name: String,
    in file: String,
    and other: String?,
    hasLargeFigures: Bool
  ) throws(DatabaseError) -> HeldTable {
    let list = try prepare("SELECT name, type, pk FROM pragma_table_info(?, ?)")
    list.bind(name, at: 0)
    list.bind(file, at: 1)
    var found: [(name: String, type: String, place: Int)] = []
    while try list.step() {
      found.append((list.text(at: 0), list.text(at: 1), list.integer(at: 2)))
    }
    let names = found.map { $0.name.inDoubleQuotes }.joined(separator: ", ")
    let query = ([file] + (other.map { [$0] } ?? [])).map {
      "SELECT \(names) FROM \($0).\(name.inDoubleQuotes)"
    }.joined(separator: " UNION ALL ")
    let key = found.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name)
    let largest = try largest(found.filter { $0.type == "INTEGER" }.map(\.name), query)
    return HeldTable(
      name: name,
      columns: found.map { column in
        // Sums of figures may be large where the figures are not.
        let isFigure =
          hasLargeFigures && column.place == 0
          && !["withheld", "hedge"].contains(column.name)
        let isLarge = isFigure || (largest[column.name] ?? 0) > Int(Int32.max)
        return HeldTable.Column(
          name: column.name,
          kind: column.type == "TEXT"
            ? .text : column.type == "REAL" ? .real : isLarge ? .largeInteger : .integer
        )
      },
      key: key,
      isImported: file != "main",
      query: key.isEmpty
        ? query : "\(query) ORDER BY \(key.map(\.inDoubleQuotes).joined(separator: ", "))"
    )
  }

  /// The largest magnitude in each column.
  private func largest(
    _ columns: [String],
    _ query: String
  ) throws(DatabaseError) -> [String: Int] {
    guard !columns.isEmpty else { return [:] }
    let list = columns.map { "max(abs(\($0.inDoubleQuotes)))" }.joined(separator: ", ")
    let rows = try prepare("SELECT \(list) FROM (\(query))")
    guard try rows.step() else { return [:] }
    var largest: [String: Int] = [:]
    for (index, column) in columns.enumerated() { largest[column] = rows.integer(at: index) }
    return largest
  }
}
