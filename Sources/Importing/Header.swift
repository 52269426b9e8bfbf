package import Diagnostics

/// The first record of a file: the names of its columns.
package struct Header: Sendable {
  package let columns: [String]
  /// Where the rows begin.
  let end: Int
  /// The line on which they begin.
  let line: Int

  /// A file with more columns is not a table of figures.
  static let mostColumns = 1_000

  package init(of file: SourceFile) throws(FileMistake) {
    let block = Block()
    let reader = BlockReader(file, from: 0, line: 1)
    guard try reader.next(block) else { throw FileMistake(file.path, "the file is empty") }
    let bytes = block.bytes
    var index = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    var columns: [String] = []
    var isRow = true
    while isRow {
      guard columns.count < Self.mostColumns else {
        throw FileMistake(file.path, line: 1, "more than \(Self.mostColumns) columns in the header")
      }
      let place = FileMistake.NamedColumn(name: "\(columns.count + 1)", number: columns.count + 1)
      columns.append(try Self.cell(bytes, &index, &isRow, file.path, place))
    }
    self.columns = columns
    end = min(index, file.size)
    line = 1 + bytes[..<index].count { $0 == .lineFeed }
  }

  private static func cell(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ index: inout Int,
    _ isRow: inout Bool,
    _ path: String,
    _ place: FileMistake.NamedColumn
  ) throws(FileMistake) -> String {
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
      } else if !isQuoted, byte == .comma || byte == .lineFeed {
        isRow = byte == .comma
        if text.last == .carriageReturn { text.removeLast() }
        return try name(of: text, path, place)
      } else if byte < .space, byte != .carriageReturn, byte != .tab, byte != .lineFeed {
        throw FileMistake(path, line: 1, column: place, CSVFlaw(unexpected: byte))
      }
      text.append(byte)
    }
    isRow = false
    return try name(of: text, path, place)
  }

  private static func name(
    of bytes: [UInt8],
    _ path: String,
    _ place: FileMistake.NamedColumn
  ) throws(FileMistake) -> String {
    guard let name = String(validating: bytes, as: UTF8.self) else {
      throw FileMistake(path, line: 1, column: place, .notUTF8)
    }
    return name
  }
}
