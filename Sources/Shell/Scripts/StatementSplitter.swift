/// Cuts a script or what is typed into statements.
///
/// A statement ends with the line or `;`. It goes on after `\`, a comma, an operator, `|`, or inside
/// brackets and quotes; in a script also when the next line is indented.
package struct StatementSplitter {
  /// A statement and the line, counted from 1, on which it begins.
  package struct Piece: Equatable, Sendable {
    package let text: String
    package let line: Int
  }

  private let goesOnWhenIndented: Bool
  private var pending: [UInt8] = []
  private var pendingLine = 1
  private var lineNumber = 0

  package init(goesOnWhenIndented: Bool) {
    self.goesOnWhenIndented = goesOnWhenIndented
  }

  /// Whether a statement has begun that is not finished.
  package var isPending: Bool { !pending.isEmpty }

  /// All statements of a text.
  package static func statements(of text: String) -> [Piece] {
    var splitter = StatementSplitter(goesOnWhenIndented: true)
    var pieces: [Piece] = []
    var line: [UInt8] = []
    for byte in text.utf8 {
      if byte == newline {
        pieces += splitter.add(line)
        line = []
      } else {
        line.append(byte)
      }
    }
    pieces += splitter.add(line)
    return pieces + splitter.finish()
  }

  /// Takes the next line and gives the statements that it completes.
  package mutating func add(_ line: String) -> [Piece] { add(Array(line.utf8)) }

  private mutating func add(_ line: [UInt8]) -> [Piece] {
    lineNumber += 1
    var finished: [Piece] = []
    if goesOnWhenIndented, !pending.isEmpty, !Scan(pending).isOpen, !isIndented(line) {
      finished += finish()
    }
    if pending.isEmpty { pendingLine = lineNumber } else { pending.append(Self.newline) }
    pending += line
    if pending.first == UInt8(ascii: ".") { return finished + finish() }
    finished += cutAtSemicolons()
    if !goesOnWhenIndented, !Scan(pending).isOpen { finished += finish() }
    return finished
  }

  /// Gives up waiting for more: what is pending is a statement.
  package mutating func finish() -> [Piece] {
    defer { pending = [] }
    return piece(pending[...]).map { [$0] } ?? []
  }

  /// Forgets what is pending.
  package mutating func discard() { pending = [] }

  private static var newline: UInt8 { UInt8(ascii: "\n") }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

  private func isIndented(_ line: [UInt8]) -> Bool {
    guard let first = line.first else { return false }
    return (first == 0x20 || first == 0x09) && !line.allSatisfy(isSpace)
  }

  /// A statement without the spaces and comments before it; `nil` when nothing else is there.
  private func piece(_ text: ArraySlice<UInt8>) -> Piece? {
    var start = text.startIndex
    var line = pendingLine
    while start < text.endIndex {
      if text[start] == UInt8(ascii: "#") {
        start = text[start...].firstIndex(of: Self.newline) ?? text.endIndex
      } else if isSpace(text[start]) {
        if text[start] == Self.newline { line += 1 }
        start += 1
      } else {
        break
      }
    }
    var end = text.endIndex
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    guard start < end else { return nil }
    return Piece(text: String(decoding: text[start..<end], as: UTF8.self), line: line)
  }

  private mutating func cutAtSemicolons() -> [Piece] {
    var pieces: [Piece] = []
    while let cut = Scan(pending).semicolon {
      if let piece = piece(pending[..<cut]) { pieces.append(piece) }
      pending.removeFirst(cut + 1)
      if pending.allSatisfy(isSpace) { pending = [] }
      pendingLine = lineNumber
    }
    return pieces
  }
}

/// What the signs of a text say about where it ends.
private struct Scan {
  /// Offset of the first `;` outside quotes and comments.
  private(set) var semicolon: Int?
  /// Whether the text needs more.
  private(set) var isOpen = false

  init(_ text: [UInt8]) {
    var depth = 0
    var isQuoted = false
    var isComment = false
    var last: UInt8 = 0
    for (offset, byte) in text.enumerated() {
      if byte == UInt8(ascii: "\n") { isComment = false }
      if isComment { continue }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      switch byte {
      case UInt8(ascii: "#"): isComment = true
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: ";") where semicolon == nil: semicolon = offset
      default: break
      }
      if !isComment, byte > 0x20 { last = byte }
    }
    isOpen = depth > 0 || isQuoted || Self.joins(last)
  }

  /// Signs after which a statement goes on.
  private static func joins(_ sign: UInt8) -> Bool {
    switch sign {
    case UInt8(ascii: "\\"), UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "("):
      true
    default: false
    }
  }
}
