import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// A folder that holds `schema.sql` and `seed/`: a clone of the project, or an installed copy.
package struct SeedFolder {
  package let path: String

  package var schema: String { path + "/schema.sql" }
  package var seed: String { path + "/seed" }

  package init?(_ path: String) {
    guard DatabaseFile.exists(path + "/schema.sql"),
      DatabaseFile.exists(path + "/seed/catalog/measures.csv")
    else { return nil }
    self.path = path
  }

  /// The folder itself or the nearest one above it.
  package static func at(orAbove folder: String) -> SeedFolder? {
    var path = folder
    while true {
      if let found = SeedFolder(path) { return found }
      guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return nil }
      path = String(path[..<slash])
    }
  }

  /// A number that changes when any file of the seed does: names, sizes and times of change.
  package func fingerprint() throws(FileError) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ byte: UInt8) {
      // FNV-1a: enough to notice a change, not to withstand one made on purpose.
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    for file in try [schema] + files(below: seed, ending: ".csv").map(\.path) {
      for byte in file.utf8 { mix(byte) }
      var status = stat()
      guard stat(file.onDisk, &status) == 0 else { throw FileError(file, cannotBe: "read") }
      let time = modificationTime(status)
      for number in [Int(status.st_size), time.seconds, time.nanoseconds] {
        for shift in stride(from: 0, to: 64, by: 8) {
          mix(UInt8(truncatingIfNeeded: number >> shift))
        }
      }
    }
    return String(hash, radix: 16)
  }
}

private func modificationTime(_ status: stat) -> (seconds: Int, nanoseconds: Int) {
  #if canImport(Darwin)
    (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
  #else
    (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  #endif
}
