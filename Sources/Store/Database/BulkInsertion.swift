import Catalog

/// Inserts rows of whole numbers, many of them with one statement: as long as a statement runs,
/// SQLite keeps its place in the table, and rows in the order of its key are only appended.
final class BulkInsertion {
  /// More rows at once are hardly faster, and take longer to prepare.
  static let mostRows = 32

  private let database: Database
  private let text: InsertionText
  private let columns: Int
  /// The values of the rows that are not inserted yet, row by row.
  private let values: UnsafeMutablePointer<Int>
  private let areEmpty: UnsafeMutablePointer<Bool>
  private var count = 0
  private var rows = 0
  /// Inserts ``mostRows`` rows.
  private var statement: PreparedStatement?

  /// `fixed`: columns of which every row has the same value.
  init(
    into table: String,
    columns: [String],
    fixed: [(column: String, value: Int)],
    _ database: Database
  ) {
    self.database = database
    self.columns = columns.count
    text = InsertionText(into: table, columns: columns, fixed: fixed)
    values = .allocate(capacity: Self.mostRows * columns.count)
    areEmpty = .allocate(capacity: Self.mostRows * columns.count)
  }

  deinit {
    values.deallocate()
    areEmpty.deallocate()
  }

  /// The next value of a row; `nil` is an empty cell.
  @inline(__always)
  func add(_ value: Int?) {
    (values + count).initialize(to: value ?? 0)
    (areEmpty + count).initialize(to: value == nil)
    count += 1
  }

  /// Ends a row, which has a value for each column.
  @inline(__always)
  func endRow() throws(DatabaseError) {
    rows += 1
    if rows == Self.mostRows { try insert() }
  }

  /// Inserts the rows that are left.
  func finish() throws(DatabaseError) {
    if rows > 0 { try insert() }
  }

  private func insert() throws(DatabaseError) {
    let statement = try prepared()
    for place in 0..<count {
      if areEmpty[place] {
        statement.bindNull(at: place)
      } else {
        statement.bind(values[place], at: place)
      }
    }
    (count, rows) = (0, 0)
    _ = try statement.step()
    statement.reset()
  }

  private func prepared() throws(DatabaseError) -> PreparedStatement {
    if rows == Self.mostRows, let statement { return statement }
    let made = try database.prepare(text.text(rows: rows))
    if rows == Self.mostRows { statement = made }
    return made
  }
}
