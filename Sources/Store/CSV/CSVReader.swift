/// Reads comma-separated values row by row: RFC 4180 in UTF-8, with LF line ends unless any are
/// allowed.
///
/// Strict, because a slip in quoting shifts every figure after it: a quote inside a bare cell, text
/// after a closing quote, an open quote and control characters are refused. Cells stay ranges of
/// the bytes read; text is made of them only where it is needed.
package struct CSVReader {
  /// A cell without its quotes.
  package struct Cell {
    package let range: Range<Int>
    /// Whether the cell holds `""`, which means one quote.
    let hasEscapes: Bool
  }

  /// The cells of the row read last.
  package private(set) var cells: [Cell] = []
  /// The line on which the row read last begins, counted from 1.
  package private(set) var line = 0
  /// How far the file is read, in bytes.
  package private(set) var position = 0

  /// Which characters end a row.
  package enum LineEnds {
    case lineFeed
    /// Also a carriage return followed by a line feed.
    case any
  }

  private let lineEnds: LineEnds
  private let file: FileBytes
  private let bytes: UnsafeRawBufferPointer
  private var nextLine = 1

  package init(_ file: FileBytes, lineEnds: LineEnds = .lineFeed) {
    self.file = file
    self.lineEnds = lineEnds
    bytes = file.bytes
  }

  /// Moves to the next row; `false` when there is none.
  package mutating func next() throws(CSVFlaw) -> Bool {
    cells.removeAll(keepingCapacity: true)
    line = nextLine
    guard position < bytes.count else { return false }
    if position == 0 && bytes.starts(with: byteOrderMark) {
      guard lineEnds == .any else { throw flaw("a byte order mark") }
      position = byteOrderMark.count
    }
    while true {
      if position < bytes.count && bytes[position] == .quote {
        try readQuotedCell()
      } else {
        try readBareCell()
      }
      guard position < bytes.count else { return true }
      if isCarriageReturn(at: position) { position += 1 }
      let end = bytes[position]
      position += 1
      if end == .lineFeed {
        nextLine += 1
        return true
      }
    }
  }

  /// The bytes of a cell as written. Valid as long as the file.
  package func bytes(at index: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[cells[index].range])
  }

  package func text(at index: Int) -> String {
    let cell = cells[index]
    guard cell.hasEscapes else { return String(decoding: bytes[cell.range], as: UTF8.self) }
    var text: [UInt8] = []
    var isSecond = false
    for byte in bytes[cell.range] {
      isSecond = byte == .quote && !isSecond
      if !isSecond { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Stops at the comma, the line end or the end of the file.
  private mutating func readBareCell() throws(CSVFlaw) {
    let start = position
    var all: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == .comma || byte == .lineFeed || isCarriageReturn(at: position) { break }
      if byte < .space || byte == .quote { throw flaw(unexpected: byte) }
      all |= byte
      position += 1
    }
    try finishCell(start..<position, hasEscapes: false, isASCII: all < 0x80)
  }

  /// Reads from the opening quote to just after the closing one.
  private mutating func readQuotedCell() throws(CSVFlaw) {
    position += 1
    let start = position
    let startLine = nextLine
    var all: UInt8 = 0
    var hasEscapes = false
    while true {
      guard position < bytes.count else {
        let message = "a quote is opened and not closed"
        throw CSVFlaw(line: startLine, cell: cells.count, message: message)
      }
      let byte = bytes[position]
      if byte == .quote {
        guard position + 1 < bytes.count, bytes[position + 1] == .quote else { break }
        hasEscapes = true
        position += 1
      } else if byte == .lineFeed {
        nextLine += 1
      } else if byte < .space {
        throw flaw(unexpected: byte)
      }
      all |= byte
      position += 1
    }
    try finishCell(start..<position, hasEscapes: hasEscapes, isASCII: all < 0x80)
    position += 1
    if position < bytes.count, bytes[position] != .comma, bytes[position] != .lineFeed,
      !isCarriageReturn(at: position)
    {
      cells.removeLast()
      throw flaw("text after a closing quote")
    }
  }

  /// Whether an allowed line end of two bytes begins here.
  private func isCarriageReturn(at index: Int) -> Bool {
    lineEnds == .any && bytes[index] == 0x0d && index + 1 < bytes.count
      && bytes[index + 1] == .lineFeed
  }

  private mutating func finishCell(
    _ range: Range<Int>,
    hasEscapes: Bool,
    isASCII: Bool
  ) throws(CSVFlaw) {
    if !isASCII && String(validating: bytes[range], as: UTF8.self) == nil {
      throw flaw("bytes that are not UTF-8")
    }
    cells.append(Cell(range: range, hasEscapes: hasEscapes))
  }

  private func flaw(_ message: String) -> CSVFlaw {
    CSVFlaw(line: nextLine, cell: cells.count, message: message)
  }

  private func flaw(unexpected byte: UInt8) -> CSVFlaw {
    switch byte {
    case .quote: flaw("a quote inside a cell that does not begin with one")
    case 0x0d: flaw("a carriage return; lines end with a line feed alone")
    case 0: flaw("a NUL")
    default: flaw("a control character (0x\(String(byte, radix: 16)))")
    }
  }
}

private let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

extension UInt8 {
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let space = UInt8(ascii: " ")
}
