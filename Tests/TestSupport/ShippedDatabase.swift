import Foundation
package import Store

/// The database of the shipped seed, opened for questions.
///
/// Building it takes seconds, so that the file stays in the temporary folder, under a name that
/// says what it was built from.
package enum ShippedDatabase {
  package static func open() throws -> Database {
    try Database(reading: path.get())
  }

  /// Where it lies; built by the first thread that asks.
  private static let path = Result {
    let path = NSTemporaryDirectory() + "tally-tests-\(try fingerprint()).db"
    if !FileManager.default.fileExists(atPath: path) {
      try DatabaseBuilder(seed: repository + "/seed", schema: repository + "/schema.sql")
        .build(to: path) { _ in }
    }
    return path
  }

  package static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// A number that changes with any file of the seed, the schema and the loader.
  private static func fingerprint() throws -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in ["schema.sql", "seed", "Sources/Store", "Sources/Catalog"] {
      for file in try files(in: repository + "/" + part) {
        let facts = try FileManager.default.attributesOfItem(atPath: file)
        let changed = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        for byte in "\(file) \(facts[.size] ?? 0) \(changed)".utf8 {
          hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
      }
    }
    return String(hash, radix: 36)
  }

  private static func files(in path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard exists, isFolder.boolValue else { return [path] }
    return try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
      .map { path + "/" + $0 }
  }
}
