package import Diagnostics

/// Reads comma-separated values row by row: RFC 4180 in UTF-8, with LF line ends unless any are
/// allowed.
///
/// Strict, because a slip in quoting shifts every figure after it: a quote inside a bare cell, text
/// after a closing quote, an open quote and control characters are refused. Cells stay ranges of
/// the bytes read; text is made of them only where it is needed.
package struct CSVReader {
  /// A cell without its quotes.
  package struct Field {
    package let range: Range<Int>
    /// Whether the cell holds `""`, which means one quote.
    let hasEscapes: Bool
  }

  /// What is wrong with a row, and where.
  package struct Mistake: Error, Equatable {
    package let line: Int
    /// Which cell of the row, counted from 0.
    package let cell: Int
    package let flaw: CSVFlaw
  }

  /// The cells of the row read last.
  package private(set) var cells: [Field] = []
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
  package mutating func next() throws(Mistake) -> Bool {
    cells.removeAll(keepingCapacity: true)
    line = nextLine
    guard position < bytes.count else { return false }
    if position == 0 && bytes.starts(with: byteOrderMark) {
      guard lineEnds == .any else { throw mistake(.byteOrderMark) }
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
  private mutating func readBareCell() throws(Mistake) {
    let start = position
    var all: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == .comma || byte == .lineFeed || isCarriageReturn(at: position) { break }
      if byte < .space || byte == .quote { throw mistake(unexpected: byte) }
      all |= byte
      position += 1
    }
    try finishCell(start..<position, hasEscapes: false, isASCII: all < 0x80)
  }

  /// Reads from the opening quote to just after the closing one.
  private mutating func readQuotedCell() throws(Mistake) {
    position += 1
    let start = position
    let startLine = nextLine
    var all: UInt8 = 0
    var hasEscapes = false
    while true {
      guard position < bytes.count else {
        throw Mistake(line: startLine, cell: cells.count, flaw: .openQuote)
      }
      let byte = bytes[position]
      if byte == .quote {
        guard position + 1 < bytes.count, bytes[position + 1] == .quote else { break }
        hasEscapes = true
        position += 1
      } else if byte == .lineFeed {
        nextLine += 1
      } else if byte < .space {
        throw mistake(unexpected: byte)
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
      throw mistake(.textAfterQuote)
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
  ) throws(Mistake) {
    if !isASCII && String(validating: bytes[range], as: UTF8.self) == nil {
      throw mistake(.notUTF8)
    }
    cells.append(Field(range: range, hasEscapes: hasEscapes))
  }

  private func mistake(_ flaw: CSVFlaw) -> Mistake {
    Mistake(line: nextLine, cell: cells.count, flaw: flaw)
  }

  private func mistake(unexpected byte: UInt8) -> Mistake {
    let isStrictEnd = byte == 0x0d && lineEnds == .lineFeed
    return mistake(isStrictEnd ? .carriageReturn : CSVFlaw(unexpected: byte))
  }
}

private let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

extension UInt8 {
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let space = UInt8(ascii: " ")
}
