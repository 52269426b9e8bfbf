import Diagnostics

/// One record of a file of text, cut into cells that may be quoted.
struct HeaderRecord {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var index: Int
  private let line: Int
  private let delimiter: UInt8
  private let path: String
  private var isRow = true

  /// As many as the sheets of spreadsheets have: a file with more is not a table of figures.
  static let mostColumns = 16_384

  init(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: HeaderStart,
    _ delimiter: UInt8,
    path: String
  ) {
    self.init(bytes, from: start.index, line: start.line, delimiter, path: path)
  }

  init(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from index: Int,
    line: Int,
    _ delimiter: UInt8,
    path: String
  ) {
    self.bytes = bytes
    self.index = index
    self.line = line
    self.delimiter = delimiter
    self.path = path
  }

  /// The texts of the record, and moves past it.
  mutating func cells() throws(FileMistake) -> [String] {
    var cells: [String] = []
    while isRow {
      guard cells.count < Self.mostColumns else {
        throw FileMistake(
          path,
          line: line,
          "more than \(Self.mostColumns) columns in the header",
          hint: "a file with its first columns alone can be read",
          try: [.piping("cut -d \(Self.sign(delimiter)) -f 1-100 \(path.asShellWord)")]
        )
      }
      cells.append(try cell(.init(name: "\(cells.count + 1)", number: cells.count + 1)))
    }
    return cells
  }

  private static func sign(_ delimiter: UInt8) -> String {
    delimiter == .tab ? "$'\\t'" : String(UnicodeScalar(delimiter)).asShellWord
  }

  private mutating func cell(_ place: FileMistake.NamedColumn) throws(FileMistake) -> String {
    var text: [UInt8] = []
    var isQuoted = false
    if index < bytes.count, bytes[index] == .quote {
      isQuoted = true
      index += 1
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted, byte == .quote {
        if index < bytes.count, bytes[index] == .quote {
          index += 1
        } else {
          isQuoted = false
          continue
        }
      } else if !isQuoted, byte == delimiter || byte == .lineFeed {
        isRow = byte == delimiter
        if text.last == .carriageReturn { text.removeLast() }
        return try name(of: text, place)
      } else if byte < .space, byte != .carriageReturn, byte != .tab, byte != .lineFeed {
        let flaw = CSVFlaw(unexpected: byte)
        throw FileMistake(path, line: line, column: place, flaw).adding(flaw.remedies(inLine: line))
      }
      text.append(byte)
    }
    isRow = false
    return try name(of: text, place)
  }

  private func name(
    of bytes: [UInt8],
    _ place: FileMistake.NamedColumn
  ) throws(FileMistake) -> String {
    guard let name = String(validating: bytes, as: UTF8.self) else {
      throw FileMistake.notUTF8(path, line: line, column: place)
    }
    return name
  }
}
