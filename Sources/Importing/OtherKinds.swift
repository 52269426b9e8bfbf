import Diagnostics

/// Files that hold no table that can be read, recognized by their first bytes and not by their
/// names.
enum OtherKinds {
  private static let kinds: [(start: [UInt8], what: String, hint: String)] = [
    ([0x28, 0xb5, 0x2f, 0xfd], "compressed with zstd", "unpack it first"),
    ([0xfd, 0x37, 0x7a, 0x58, 0x5a], "compressed with xz", "unpack it first"),
    ([0x42, 0x5a, 0x68], "compressed with bzip2", "unpack it first"),
    (Array("%PDF".utf8), "a PDF", "the publisher may offer the table as CSV or as a workbook"),
    (Array("SQLite format 3".utf8), "an SQLite database", "write the table as CSV first"),
    (
      Array("PAR1".utf8), "a Parquet file",
      "DuckDB writes it as CSV: COPY (FROM 'x.parquet') TO 'x.csv'"
    ),
    ([0xff, 0xfe], "written in UTF-16", "save it as UTF-8"),
    ([0xfe, 0xff], "written in UTF-16", "save it as UTF-8"),
  ]

  static func refuse(_ start: [UInt8], _ path: String, _ file: OpenFile) throws(FileMistake) {
    if start.starts(with: [0xd0, 0xcf, 0x11, 0xe0]) { throw try oldWorkbook(path, file) }
    for kind in kinds where start.starts(with: kind.start) {
      throw FileMistake(path, "is \(kind.what), and no table of cells", hint: kind.hint)
    }
  }

  /// A workbook in the format of before 2007, or one that is locked with a password, which lies in
  /// a file of that kind.
  private static func oldWorkbook(
    _ path: String,
    _ file: OpenFile
  ) throws(FileMistake) -> FileMistake {
    let sought: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var offset = 0
    while true {
      let count = try file.read(into: buffer, at: offset)
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      if contains(bytes, sought) {
        return FileMistake(
          path,
          "is a workbook that is locked with a password",
          hint: "open it, and save it without one"
        )
      }
      guard count == buffer.count else { break }
      offset += count - sought.count
    }
    return FileMistake(
      path,
      "is a workbook of before 2007 (.xls)",
      hint: "save it as .xlsx, or the sheet as CSV"
    )
  }

  private static func contains(_ bytes: UnsafeRawBufferPointer, _ sought: [UInt8]) -> Bool {
    guard bytes.count >= sought.count else { return false }
    return (0...bytes.count - sought.count).contains { place in
      bytes[place] == sought[0] && bytes[place...].starts(with: sought)
    }
  }
}
