import Asking
import CSQLite
import Foundation
import Shell
import Store
import TestSupport
import Testing

/// A question costs what its own tables cost, however many others there are.
@Suite struct ManyTablesTests {
  private static let questions = [
    "encounters by fy",
    "encounters for venezuela, southwest by fy",
    "encounters for venezuela, mexico by citizenship in fy2024",
    "encounters for southwest by component since 2021",
    "apprehensions for el paso sector by fy",
    "apprehensions by month since 2020",
    "removals by fy since 2010",
    "encounters by citizenship in fy2024 top 3",
  ]

  @Test func planningReadsNoMoreWithManyTables() throws {
    let folder = NSTemporaryDirectory() + "tally-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let shipped = try ShippedDatabase.open()
    let path = folder + "/tally.db"
    let own = try #require(sqlite3_db_filename(shipped.handle, "main"))
    try FileManager.default.copyItem(atPath: String(cString: own), toPath: path)
    try Self.addTables(to: path)
    let larger = try Database(reading: path)
    for question in Self.questions {
      let before = try Self.steps(planning: question, in: ShippedDatabase.open())
      let after = try Self.steps(planning: question, in: Database(reading: path))
      #expect(after <= before + before / 50, "\(question): \(before), with more tables \(after)")
    }
    #expect(try larger.count("dataset") > (try shipped.count("dataset")))
  }

  /// What SQLite does for the catalog while a question is planned, in steps of its programs.
  private static func steps(planning question: String, in database: Database) throws -> Int {
    let session = Session(database, sink: CollectingSink())
    _ = try session.pipeline.plan(question)
    var steps = 0
    var statement = sqlite3_next_stmt(database.handle, nil)
    while let current = statement {
      steps += Int(sqlite3_stmt_status(current, SQLITE_STMTSTATUS_VM_STEP, 0))
      statement = sqlite3_next_stmt(database.handle, current)
    }
    try #require(steps > 0)
    return steps
  }

  /// Tables of encounters, each limited to one sector, citizenship and demographic.
  private static func addTables(to path: String) throws {
    var file: OpaquePointer?
    defer { sqlite3_close(file) }
    try #require(sqlite3_open(path, &file) == SQLITE_OK)
    try #require(sqlite3_exec(file, tables, nil, nil, nil) == SQLITE_OK)
  }

  private static let tables = """
    CREATE TEMP TABLE added AS
    WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < 400)
    SELECT
      (SELECT max(id) FROM dataset) + i AS id,
      (SELECT id FROM measure WHERE key = 'encounters') AS measure,
      s.id AS sector, c.id AS citizenship, d.id AS demographic,
      1 << s.dimension | 1 << c.dimension | 1 << d.dimension AS limits,
      s.dimension AS sd, c.dimension AS cd, d.dimension AS dd
    FROM number
    JOIN member s ON s.id = i % 20 + (
      SELECT min(id) FROM member
      WHERE dimension = (SELECT id FROM dimension WHERE key = 'sector'))
    JOIN member c ON c.id = i % 150 + (
      SELECT min(id) FROM member
      WHERE dimension = (SELECT id FROM dimension WHERE key = 'citizenship'))
    JOIN member d ON d.id = i % 4 + (
      SELECT min(id) FROM member
      WHERE dimension = (SELECT id FROM dimension WHERE key = 'demographic'));
    INSERT INTO dataset
    SELECT id, 'added-' || id, 1, 'encounters', 'month', '',
      sd || '=' || sector || ' ' || cd || '=' || citizenship || ' ' || dd || '=' || demographic,
      1, 'unknown', 1, 900, 0, 0, 0, 0, 0, 12
    FROM added;
    INSERT INTO dataset_text SELECT id, 'Added', '' FROM added;
    INSERT INTO dataset_measure SELECT measure, 0, id, 0, 0, 0, 0, limits, limits FROM added;
    INSERT INTO coverage SELECT measure, id, 202401, 202412 FROM added;
    """
}

extension Database {
  fileprivate func count(_ table: String) throws -> Int {
    let statement = try prepare("SELECT count(*) FROM \(table)")
    return try statement.step() ? statement.integer(at: 0) : 0
  }
}
