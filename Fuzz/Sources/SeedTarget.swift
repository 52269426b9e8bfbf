import Foundation
import Store
import TestSupport

/// A seed of which one file is not what it was. The first byte says which.
struct SeedTarget: FuzzTarget {
  static let name = "seed"
  private let folder: TemporaryFolder
  private let files: [String]

  init() throws {
    folder = try TemporaryFolder()
    files = TinySeed().files.keys.sorted()
  }

  func take(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let seed = TinySeed()
    let file = files[Int(first) % files.count]
    let output = folder.path + "/tally.db"
    do {
      try seed.write(to: folder)
      try folder.write(Data(bytes.dropFirst()), to: file)
      try DatabaseBuilder(seed: folder.path, schema: schemaPath).build(to: output) { _ in }
      _ = try Database(reading: output).rows("SELECT key FROM dataset")
    } catch let error as DatabaseError where error.sql != nil {
      fatalError("\(error)")
    } catch {
      // What is wrong with a seed is told.
    }
  }
}
