import Diagnostics
import Foundation
import Store
import TestSupport
import Testing

@Suite("A database is built whole or not at all")
struct AllOrNothingTests {
  let folder: TemporaryFolder
  let output: String

  init() throws {
    folder = try TemporaryFolder()
    try TinySeed().write(to: folder)
    output = folder.path + "/out/tally.db"
    try folder.write(Data("old".utf8), to: "out/tally.db")
  }

  private func build() throws {
    try DatabaseBuilder(seed: folder.path, schema: schemaPath).build(to: output) { _ in }
  }

  private var filesBeside: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out") }
  }

  @Test("a failure leaves the old database and nothing else")
  func failureLeavesOld() throws {
    // The last file read, so that all others are loaded by then.
    try folder.write(Data("fy,drug_seizures\n2019,x\n".utf8), to: "datasets/weighed.csv")
    #expect(throws: FileMistake.self) { try build() }
    #expect(try String(contentsOfFile: output, encoding: .utf8) == "old")
    #expect(try filesBeside == ["tally.db"])
  }

  @Test("a success replaces the old database and leaves nothing else")
  func successReplaces() throws {
    try build()
    #expect(try Database(reading: output).rows("SELECT count(*) FROM dataset") == ["6"])
    #expect(try filesBeside == ["tally.db"])
  }

  @Test("a bad schema is SQLite's refusal and leaves the old database")
  func badSchema() throws {
    try folder.write(Data("CREATE TABEL source".utf8), to: "schema.sql")
    let builder = DatabaseBuilder(seed: folder.path, schema: folder.path + "/schema.sql")
    #expect(throws: DatabaseError.self) { try builder.build(to: output) { _ in } }
    #expect(try filesBeside == ["tally.db"])
  }

  @Test("a folder that is not there is named")
  func missingFolder() throws {
    let builder = DatabaseBuilder(seed: folder.path, schema: schemaPath)
    let error = #expect(throws: FileError.self) {
      try builder.build(to: folder.path + "/none/tally.db") { _ in }
    }
    #expect(error?.action == "created")
    #expect(error?.code == ENOENT)
  }

  @Test("two builds at once do each other no harm")
  func twoAtOnce() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask { [folder, output] in
          try DatabaseBuilder(seed: folder.path, schema: schemaPath).build(to: output) { _ in }
        }
      }
      try await group.waitForAll()
    }
    #expect(try Database(creating: output).rows("PRAGMA integrity_check") == ["ok"])
    #expect(try filesBeside == ["tally.db"])
  }

  @Test("progress comes to the end and counts every row")
  func progress() throws {
    var steps: [BuildProgress] = []
    try DatabaseBuilder(seed: folder.path, schema: schemaPath)
      .build(to: output) { steps.append($0) }
    #expect(steps.count == 6)
    #expect(steps.last?.rows == 17)
    #expect(steps.last?.fraction == 1)
    #expect(steps.map(\.bytes) == steps.map(\.bytes).sorted())
  }
}
