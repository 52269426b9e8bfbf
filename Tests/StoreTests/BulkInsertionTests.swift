import Testing

@testable import Store

@Suite("Rows inserted many at once")
struct BulkInsertionTests {
  @Test(
    "every row arrives, in order, with its empty cells and fixed values",
    arguments: [0, 1, 31, 32, 33, 64, 100]
  )
  func rows(_ count: Int) throws {
    let database = try table()
    let insertion = BulkInsertion(
      into: "t",
      columns: ["a", "b"],
      fixed: [("c", 7), ("d", -1)],
      database
    )
    for row in 0..<count {
      insertion.add(row)
      insertion.add(row % 3 == 0 ? nil : row * row)
      try insertion.endRow()
    }
    try insertion.finish()
    let statement = try database.prepare("SELECT a, b, c, d FROM t ORDER BY a")
    var row = 0
    while try statement.step() {
      #expect(statement.integer(at: 0) == row)
      #expect(statement.isNull(at: 1) == (row % 3 == 0))
      #expect(statement.integer(at: 1) == (row % 3 == 0 ? 0 : row * row))
      #expect(statement.integer(at: 2) == 7 && statement.integer(at: 3) == -1)
      row += 1
    }
    #expect(row == count)
  }

  @Test("rows are kept out until they are many, or it is finished")
  func waiting() throws {
    let database = try table()
    let insertion = BulkInsertion(into: "t", columns: ["a"], fixed: [], database)
    for row in 0..<BulkInsertion.mostRows + 1 {
      insertion.add(row)
      try insertion.endRow()
    }
    #expect(try count(database) == BulkInsertion.mostRows)
    try insertion.finish()
    try insertion.finish()
    #expect(try count(database) == BulkInsertion.mostRows + 1)
  }

  @Test("a row that is there already is refused")
  func twice() throws {
    let insertion = BulkInsertion(into: "t", columns: ["a"], fixed: [], try table())
    for row in [1, 2, 1] {
      insertion.add(row)
      try insertion.endRow()
    }
    #expect(throws: DatabaseError.self) { try insertion.finish() }
  }

  private func table() throws -> Database {
    let database = try Database(creating: ":memory:")
    try database.execute("CREATE TABLE t (a PRIMARY KEY, b, c, d) WITHOUT ROWID")
    return database
  }

  private func count(_ database: Database) throws -> Int {
    let statement = try database.prepare("SELECT count(*) FROM t")
    return try statement.step() ? statement.integer(at: 0) : -1
  }
}
