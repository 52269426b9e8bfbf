/// A zip archive whose files are stored as they are.
/// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
struct StoredArchive {
  private(set) var bytes: [UInt8] = []

  init(_ files: [(name: String, contents: [UInt8])]) {
    var list: [UInt8] = []
    for (name, contents) in files {
      let start = bytes.count
      let facts =
        Self.little(0, 4) + Self.little(0, 4) + Self.little(Self.checksum(contents), 4)
        + Self.little(contents.count, 4) + Self.little(contents.count, 4)
        + Self.little(name.utf8.count, 2) + Self.little(0, 2)
      bytes += [0x50, 0x4B, 3, 4] + Self.little(20, 2) + facts + Array(name.utf8) + contents
      list += [0x50, 0x4B, 1, 2] + Self.little(20, 2) + Self.little(20, 2) + facts
      list += Self.little(0, 10) + Self.little(start, 4) + Array(name.utf8)
    }
    let start = bytes.count
    bytes += list + [0x50, 0x4B, 5, 6] + Self.little(0, 4)
    bytes += Self.little(files.count, 2) + Self.little(files.count, 2)
    bytes += Self.little(list.count, 4) + Self.little(start, 4) + Self.little(0, 2)
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> ($0 * 8)) : 0 }
  }

  /// CRC-32.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(sum ^ 0xFFFF_FFFF)
  }
}
