import Foundation
import Store
import TestSupport
import Testing

@Suite("A database is what was built, or it is told")
struct ChecksumTests {
  /// A built database, its path and its bytes.
  private func file() throws -> (folder: TemporaryFolder, path: String, bytes: Data) {
    let folder = try TemporaryFolder()
    _ = try built(TinySeed(), in: folder)
    let path = folder.path + "/tally.db"
    return (folder, path, try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Everything that is stored, or the failure to read it.
  private func contents(of path: String) throws -> [String] {
    let database = try Database(reading: path)
    return try ["member", "encounters", "dataset", "spelling"].flatMap {
      try database.rows("SELECT * FROM \($0)")
    }
  }

  @Test("nothing differs from what was just built")
  func verifies() throws {
    let (folder, path, _) = try file()
    let differing = try Database(reading: path).tablesThatDiffer()
    #expect(differing == [])
    withExtendedLifetime(folder) {}
  }

  @Test("no flipped bit gives other rows, wherever it is")
  func findsFlippedBits() throws {
    let (folder, path, bytes) = try file()
    let whole = try contents(of: path)
    var dice = Dice(seed: 23)
    var refused = 0
    for _ in 0..<300 {
      var damaged = bytes
      damaged[dice.roll(0...bytes.count - 1)] ^= 1 << UInt8(dice.roll(0...7))
      try damaged.write(to: URL(fileURLWithPath: path))
      do {
        let found = try contents(of: path)
        #expect(found == whole)
      } catch is DatabaseError {
        refused += 1
      }
    }
    #expect(refused > 20)
    withExtendedLifetime(folder) {}
  }

  /// Whether it is told that something differs.
  private func isTold(_ path: String) throws -> Bool {
    do {
      return try !Database(reading: path).tablesThatDiffer().isEmpty
    } catch {
      // The list of the tables may be what is damaged.
      return error.isWrongSum
    }
  }

  @Test("a page that is copied over another one is found")
  func findsCopiedPages() throws {
    let (folder, path, bytes) = try file()
    var swapped = bytes
    let last = bytes.count - 4096
    swapped.replaceSubrange(last..<last + 4096, with: bytes[4096..<8192])
    try swapped.write(to: URL(fileURLWithPath: path))
    let told = try isTold(path)
    #expect(told)
    withExtendedLifetime(folder) {}
  }

  @Test("a table that was changed on purpose, sums and all, is named by its checksum")
  func namesChangedTables() throws {
    let (folder, path, bytes) = try file()
    let name = Data("Venezuela".utf8)
    let place = try #require(bytes.range(of: name))
    var changed = bytes
    changed.replaceSubrange(place, with: Data("Venetuela".utf8))
    try changed.write(to: URL(fileURLWithPath: path))
    try PageSums.write(to: path, pageSize: 4096)
    let differing = try Database(reading: path).tablesThatDiffer()
    #expect(!differing.isEmpty)
    withExtendedLifetime(folder) {}
  }
}
