import Diagnostics

/// Files that hold no table that can be read, recognized by their first bytes and not by their
/// names.
enum OtherKinds {
  private struct Kind {
    let start: [UInt8]
    let what: String
    let hint: String
    /// What can be typed, for the path as a word of a shell.
    let remedy: (String) -> ImportRemedy
  }

  private static var kinds: [Kind] {
    [
      packed([0x28, 0xb5, 0x2f, 0xfd], "zstd"), packed([0xfd, 0x37, 0x7a, 0x58, 0x5a], "xz"),
      packed([0x42, 0x5a, 0x68], "bzip2"),
      Kind(
        start: Array("%PDF".utf8),
        what: "a PDF",
        hint: "the publisher may offer the table as CSV or as a workbook"
      ) { .line("pdftotext -layout \($0) -") },
      Kind(
        start: Array("SQLite format 3".utf8),
        what: "an SQLite database",
        hint: "write the table as CSV first, with sqlite3 -csv -header"
      ) { .line("sqlite3 \($0) .tables") },
      Kind(
        start: Array("PAR1".utf8),
        what: "a Parquet file",
        hint: "DuckDB writes it as CSV"
      ) { .piping("duckdb -csv -c \"FROM read_parquet(\(quoted($0)))\"") },
    ]
  }

  /// A path as a text of SQL, from a word of a shell.
  private static func quoted(_ word: String) -> String { word.hasPrefix("'") ? word : "'\(word)'" }

  private static func packed(_ start: [UInt8], _ program: String) -> Kind {
    Kind(start: start, what: "compressed with \(program)", hint: "unpack it first") {
      .piping("\(program) --decompress --stdout \($0)")
    }
  }

  static func refuse(_ start: [UInt8], _ path: String, _ file: OpenFile) throws(FileMistake) {
    if start.starts(with: [0xd0, 0xcf, 0x11, 0xe0]) { throw try oldWorkbook(path, file) }
    for kind in kinds where start.starts(with: kind.start) {
      throw FileMistake(
        path,
        "is \(kind.what), and no table of cells",
        hint: kind.hint,
        try: [kind.remedy(path.asShellWord)]
      )
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
          hint: "open it, and save it without one",
          try: [.making("msoffcrypto-tool -p \(path.asShellWord) open.xlsx", path: "open.xlsx")]
        )
      }
      guard count == buffer.count else { break }
      offset += count - sought.count
    }
    return FileMistake(
      path,
      "is a workbook of before 2007 (.xls)",
      hint: "save it as .xlsx, or the sheet as CSV",
      try: [.saving]
    )
  }

  private static func contains(_ bytes: UnsafeRawBufferPointer, _ sought: [UInt8]) -> Bool {
    guard bytes.count >= sought.count else { return false }
    return (0...bytes.count - sought.count).contains { place in
      bytes[place] == sought[0] && bytes[place...].starts(with: sought)
    }
  }
}
