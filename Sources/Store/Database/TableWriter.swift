import Catalog

/// Fills one table of the schema, row by row.
final class TableWriter {
  private let table: String
  private let file: String?
  private let database: Database
  /// Made for the columns of the first row.
  private var statement: PreparedStatement?

  /// `file`: the name of the attached file that has the table, where there is one.
  init(_ table: String, in file: String? = nil, of database: Database) {
    self.table = table
    self.file = file
    self.database = database
  }

  /// Every row names the same columns; those that it does not name keep their default.
  func insert(_ row: KeyValuePairs<String, any ColumnValue>) throws(DatabaseError) {
    let statement = try prepared(row.map(\.key))
    for (index, column) in row.enumerated() { column.value.bind(to: statement, at: index) }
    _ = try statement.step()
    statement.reset()
  }

  /// A row of numbers, one for each of some columns.
  func insert(_ row: [Int], columns: [String]) throws(DatabaseError) {
    let statement = try prepared(columns)
    for (index, value) in row.enumerated() { statement.bind(value, at: index) }
    _ = try statement.step()
    statement.reset()
  }

  private func prepared(
    _ columns: @autoclosure () -> [String]
  ) throws(DatabaseError) -> PreparedStatement {
    if let statement { return statement }
    let made = try database.insertion(into: table, in: file, columns: columns())
    statement = made
    return made
  }
}

extension Database {
  /// A statement that takes the values of some columns; the others keep their default.
  func insertion(
    into table: String,
    in file: String? = nil,
    columns: [String]
  ) throws(DatabaseError) -> PreparedStatement {
    try prepare(InsertionText(into: table, in: file, columns: columns).text())
  }
}

extension Int: ColumnValue {
  func bind(to statement: PreparedStatement, at index: Int) { statement.bind(self, at: index) }
}

extension Bool: ColumnValue {
  func bind(to statement: PreparedStatement, at index: Int) {
    statement.bind(self ? 1 : 0, at: index)
  }
}

extension String: ColumnValue {
  func bind(to statement: PreparedStatement, at index: Int) { statement.bind(self, at: index) }
}
