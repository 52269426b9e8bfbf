/// Fills one table of the schema, row by row in the order of its columns.
struct TableWriter {
  private let statement: Statement

  /// `file`: the name of the attached file that has the table, where there is one.
  init(_ table: String, in file: String? = nil, of database: Database) throws(DatabaseError) {
    statement = try database.insertion(
      into: table,
      in: file,
      columns: database.columns(of: table)
    )
  }

  func insert(_ values: any ColumnValue...) throws(DatabaseError) {
    try insert(values)
  }

  func insert(_ values: [any ColumnValue]) throws(DatabaseError) {
    for (index, value) in values.enumerated() { value.bind(to: statement, at: index) }
    _ = try statement.step()
    statement.reset()
  }
}

extension Database {
  /// A statement that takes the values of some columns; the others keep their default.
  func insertion(
    into table: String,
    in file: String? = nil,
    columns: [String]
  ) throws(DatabaseError) -> Statement {
    let names = columns.map(sqlName).joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    let place = (file.map { sqlName($0) + "." } ?? "") + sqlName(table)
    return try prepare("INSERT INTO \(place) (\(names)) VALUES (\(places))")
  }
}

extension Int: ColumnValue {
  func bind(to statement: Statement, at index: Int) { statement.bind(self, at: index) }
}

extension Bool: ColumnValue {
  func bind(to statement: Statement, at index: Int) { statement.bind(self ? 1 : 0, at: index) }
}

extension String: ColumnValue {
  func bind(to statement: Statement, at index: Int) { statement.bind(self, at: index) }
}

/// A name as SQL text, whatever it holds.
func sqlName(_ name: String) -> String {
  "\"" + name.separated(by: "\"").joined(separator: "\"\"") + "\""
}
