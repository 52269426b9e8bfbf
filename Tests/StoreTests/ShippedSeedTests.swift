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
    let files = try Self.filesOfFigures()
    let size = try files.reduce(0) { try $0 + Self.rows(of: $1) }
    #expect(
      try database.rows("SELECT count(*), sum(size) FROM dataset WHERE rollup_of = 0")
        == ["\(files.count)|\(size)"]
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

  private static func filesOfFigures() throws -> [String] {
    let folder = ShippedDatabase.repository + "/seed/datasets"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return paths.filter { $0.hasSuffix(".csv") }.map { "\(folder)/\($0)" }
  }

  /// How many lines come after the header: no cell of figures has a line end.
  private static func rows(of file: String) throws -> Int {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    return bytes.withUnsafeBytes { bytes in bytes.count { $0 == UInt8(ascii: "\n") } } - 1
  }

  @Test("the report of the seed counts what is there")
  func reportCounts() throws {
    let seed = ShippedDatabase.repository + "/seed"
    let report = try String(contentsOfFile: seed + "/REPORT.md", encoding: .utf8)
    let counted = [
      ("members", "members"), ("groups", "groups"), ("phrases", "phrases"),
      ("sources", "sources"), ("breaks", "breaks"), ("overlaps", "overlaps"),
      ("events", "events"), ("not-held", "things not held"), ("measures", "measures"),
    ]
    for (file, words) in counted {
      let rows = try CommaSeparated(contentsOf: "\(seed)/catalog/\(file).csv").rows.count
      #expect(report.contains("\(rows) \(words)"), "\(rows) \(words)")
    }
  }

  @Test("a word that names the Border Patrol or the ports keeps them where the measure has both")
  func wordsKeepComponents() throws {
    let database = try ShippedDatabase.open()
    let published = try database.rows(
      """
      SELECT DISTINCT measure.name FROM dataset_measure
      JOIN measure ON measure.id = dataset_measure.measure
      JOIN dataset_dimension ON dataset_dimension.dataset = dataset_measure.dataset
      JOIN dimension ON dimension.id = dataset_dimension.dimension
      WHERE dimension.key = 'component' AND dataset_measure.superseded = 0
      """
    )
    #expect(published.contains("encounters") && published.contains("drug seizures"))
    let words = try CommaSeparated(
      contentsOf: ShippedDatabase.repository + "/seed/catalog/words.csv"
    )
    let parts = [" border patrol", "usbp", "field operations", "at ports", "at the ports"]
    let dropped = words.rows.filter { row in
      row["part"] == "counted" && published.contains(row["means"])
        && parts.contains { (" " + row["word"]).contains($0) }
        // Both together are all of them.
        && !row["word"].contains(" and port")
    }
    #expect(dropped.map { $0["word"] } == [])
  }
}
