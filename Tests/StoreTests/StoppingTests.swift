import TestSupport
import Testing

@testable import Store

@Suite("Statements that are to stop")
struct StoppingTests {
  private static let long = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000)
    SELECT sum(i) FROM n
    """

  @Test("what came before a statement began stops it, too")
  func before() throws {
    let database = try Database(creating: ":memory:")
    // SQLite forgets this one.
    interruptDatabase(UnsafeMutableRawPointer(database.handle))
    let sum = 3_000_000 * 3_000_001 / 2
    #expect(try database.rows(Self.long) == ["\(sum)"])
    database.stop { _ in 1 }
    let error = #expect(throws: DatabaseError.self) { try database.rows(Self.long) }
    #expect(error?.isInterruption == true)
  }

  @Test("nothing stops where nobody wants it, or nobody is asked any more")
  func unwanted() throws {
    let database = try Database(creating: ":memory:")
    database.stop { _ in 0 }
    #expect(try database.rows(Self.long).count == 1)
    database.stop { _ in 1 }
    database.stop(when: nil)
    #expect(try database.rows(Self.long).count == 1)
  }
}
