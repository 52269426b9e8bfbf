package import Diagnostics
package import Workbooks

/// A file of figures that is to be read once from its beginning to its end, and is never held
/// whole: text with a line for each row, plain or compressed with gzip, or a workbook.
package final class SourceFile: @unchecked Sendable {
  /// What a file holds.
  package enum Kind: Sendable {
    /// Cells with something between them, a row a line.
    case table
    /// Objects of JSON, one a line or in a list.
    case objects
    case workbook
  }

  /// The path as shown and recorded, on one line.
  package let path: String
  package let kind: Kind
  private let file: OpenFile
  private let bytes: any ByteSource
  /// Where the rows of a table that was made of another one come from; `nil` for a file as it is.
  let origins: RowOrigins?

  /// The size of what is read, in bytes, as far as it is known.
  package var size: Int { bytes.size }
  /// The size of the file, in bytes.
  package var sizeOnDisk: Int { file.size }

  /// How its text is written where it is not UTF-8.
  package let encoding: TextEncoding?

  /// Opens a file; `-` is standard input. What comes out of a pipe is kept in `folder` while it is
  /// read. A mark of the order of its bytes says how its text is written, otherwise `encoding`;
  /// without either it is UTF-8.
  package convenience init(
    reading path: String,
    folder: String = "/tmp",
    encoding: TextEncoding? = nil
  ) throws(FileMistake) {
    let isInput = path == "-"
    let shown = isInput ? "standard input" : path.onOneLine
    let found = try OpenFile(isInput ? "/dev/stdin" : path)
    try self.init(
      found.isOrdinary ? found : SpoolFile.holding(found, as: shown, in: folder),
      path: shown,
      encoding
    )
  }

  /// The same file with its text written otherwise.
  package convenience init(
    _ source: SourceFile,
    as encoding: TextEncoding
  ) throws(FileMistake) {
    try self.init(source.file, path: source.path, encoding)
  }

  private init(
    _ file: OpenFile,
    path: String,
    _ declared: TextEncoding?
  ) throws(FileMistake) {
    (self.file, self.path) = (file, path)
    origins = nil
    var start = try Self.start(of: file)
    guard !start.isEmpty else {
      throw FileMistake(path, "the file is empty", try: [.line("ls -l \(path.asShellWord)")])
    }
    var bytes: any ByteSource = file
    if start.starts(with: [0x1f, 0x8b]) {
      bytes = UnpackedBytes(file, path: path)
      start = try Self.start(of: bytes)
      guard !start.isEmpty else {
        throw FileMistake(
          path,
          "unpacks to nothing",
          try: [.line("gzip --list \(path.asShellWord)")]
        )
      }
      guard !start.starts(with: Self.zip) else {
        throw FileMistake(
          path,
          "is a compressed archive or workbook",
          hint: "unpack it first",
          try: [Self.unpacking(path)]
        )
      }
    }
    try OtherKinds.refuse(start, path, file)
    guard !start.starts(with: Self.zip) else {
      (kind, encoding, self.bytes) = (.workbook, nil, bytes)
      return
    }
    encoding = TextEncoding(marked: start) ?? (start.starts(with: Self.mark) ? nil : declared)
    if let encoding {
      bytes = try DecodedBytes(bytes, encoding, path: path)
      start = try Self.start(of: bytes)
    } else if let likely = TextEncoding(likely: start) {
      throw FileMistake(
        path,
        "seems to be written in \(likely.name), without the mark that says so",
        hint: "--encoding \(likely.name)",
        try: [.adding("--encoding", likely.name)]
      )
    }
    kind = Self.isObject(start) ? .objects : .table
    if !start.contains(.lineFeed), start.contains(.carriageReturn) { bytes = OldMacLines(bytes) }
    self.bytes = bytes
  }

  /// A table that was made of a part of a file.
  init(_ made: OpenFile, of source: SourceFile, path: String, origins: RowOrigins) {
    self.path = path
    kind = .table
    file = source.file
    bytes = made
    encoding = nil
    self.origins = origins
  }

  private static let zip: [UInt8] = [0x50, 0x4b, 0x03, 0x04]
  /// A byte order mark in UTF-8.
  private static let mark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// Unpacks a file beside itself, and imports what it held.
  private static func unpacking(_ path: String) -> ImportRemedy {
    let command = "gzip --decompress --keep \(path.asShellWord)"
    return path.hasSuffix(".gz")
      ? .making(command, path: String(path.dropLast(".gz".utf8.count))) : .line(command)
  }

  private static func start(of bytes: any ByteSource) throws(FileMistake) -> [UInt8] {
    var start = [UInt8](repeating: 0, count: 1 << 16)
    let count: Result<Int, FileMistake> = start.withUnsafeMutableBytes { buffer in
      do throws(FileMistake) {
        return .success(try bytes.read(into: buffer, at: 0))
      } catch {
        return .failure(error)
      }
    }
    return Array(start[..<(try count.get())])
  }

  private static func isObject(_ start: [UInt8]) -> Bool {
    let text = start.starts(with: mark) ? start.dropFirst(3) : start[...]
    return JSONStart.begins(text)
  }

  /// The part of the path after the last slash.
  package var name: String { String(path.split(separator: "/").last ?? "") }

  /// Reads some bytes from a place in the table; fewer than asked for only at its end.
  func read(
    into buffer: UnsafeMutableRawBufferPointer,
    at offset: Int
  ) throws(FileMistake) -> Int {
    var count = 0
    while count < buffer.count {
      let own = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let more = try bytes.read(into: own, at: offset + count)
      if more == 0 { break }
      count += more
    }
    return count
  }

  /// The same for the bytes on disk.
  func readFromDisk(
    into buffer: UnsafeMutableRawBufferPointer,
    at offset: Int
  ) throws(FileMistake) -> Int { try file.read(into: buffer, at: offset) }

  /// The line or row of the file from which a line of the table comes.
  package func line(of line: Int) -> Int { origins?.row(of: line) ?? line }

  /// The workbook that the file is.
  package func workbook() throws(FileMistake) -> Workbook {
    try Workbook(file.descriptor, path: path)
  }

  /// Refuses a file that was written while it was read: what was counted would be neither the old
  /// nor the new one.
  package func checkUnchanged() throws(FileMistake) { try file.checkUnchanged() }
}
