import Foundation
import Store
import TestSupport
import Testing

@Suite("The shipped seed")
struct ShippedSeedTests {
  @Test("loads with every row, and its rollups add up")
  func loads() throws {
    let folder = try TemporaryFolder()
    let output = folder.path + "/tally.db"
    try DatabaseBuilder(seed: ShippedDatabase.repository + "/seed", schema: schemaPath)
      .build(to: output) { _ in }
    let database = try Database(reading: output)
    #expect(
      try database.rows("SELECT count(*), sum(size) FROM dataset WHERE rollup_of = 0")
        == ["582|437721"]
    )
    #expect(try Database(creating: output).rows("PRAGMA integrity_check") == ["ok"])
    for table in Set(try database.rows("SELECT subject FROM dataset")) {
      let rows = try database.rows(
        """
        SELECT key, size FROM dataset WHERE subject = '\(table)'
        AND size != (SELECT count(*) FROM "\(table)" WHERE "\(table)".dataset = dataset.id)
        """
      )
      #expect(rows == [])
    }
  }
}
