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
  private var pending = ""
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
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      pieces += splitter.add(String(line))
    }
    return pieces + splitter.finish()
  }

  /// Takes the next line and gives the statements that it completes.
  package mutating func add(_ line: String) -> [Piece] {
    lineNumber += 1
    var finished: [Piece] = []
    if goesOnWhenIndented, !pending.isEmpty, !scan(pending).isOpen, !isIndented(line) {
      finished += finish()
    }
    if pending.isEmpty { pendingLine = lineNumber }
    pending += pending.isEmpty ? line : "\n" + line
    if pending.hasPrefix(".") { return finished + finish() }
    finished += cutAtSemicolons()
    if !goesOnWhenIndented, !scan(pending).isOpen { finished += finish() }
    return finished
  }

  /// Gives up waiting for more: what is pending is a statement.
  package mutating func finish() -> [Piece] {
    defer { pending = "" }
    return piece(pending).map { [$0] } ?? []
  }

  /// Forgets what is pending.
  package mutating func discard() { pending = "" }

  private func isIndented(_ line: String) -> Bool {
    guard let first = line.utf8.first else { return false }
    return (first == 0x20 || first == 0x09) && line.contains { !$0.isWhitespace }
  }

  /// A statement without the spaces around it; `nil` when only comments are left.
  private func piece(_ text: String) -> Piece? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let blank = lines.prefix { line in
      let content = line.drop(while: \.isWhitespace)
      return content.isEmpty || content.hasPrefix("#")
    }
    guard blank.count < lines.count else { return nil }
    var statement = lines[blank.count...].joined(separator: "\n")[...]
    while let last = statement.last, last.isWhitespace { statement.removeLast() }
    let leading = statement.prefix(while: \.isWhitespace)
    statement = statement.dropFirst(leading.count)
    return statement.isEmpty ? nil : Piece(text: String(statement), line: pendingLine + blank.count)
  }

  private mutating func cutAtSemicolons() -> [Piece] {
    var pieces: [Piece] = []
    while let cut = scan(pending).semicolon {
      let bytes = Array(pending.utf8)
      let head = String(decoding: bytes[..<cut], as: UTF8.self)
      if let piece = piece(head) { pieces.append(piece) }
      pending = String(decoding: bytes[(cut + 1)...], as: UTF8.self)
      if !pending.contains(where: { !$0.isWhitespace }) { pending = "" }
      pendingLine = lineNumber
    }
    return pieces
  }

  // MARK: Scanning

  private struct Scan {
    /// Offset of the first `;` outside quotes and comments.
    var semicolon: Int?
    /// Whether the text needs more.
    var isOpen = false
  }

  private func scan(_ text: String) -> Scan {
    var scan = Scan()
    var depth = 0
    var isQuoted = false
    var isComment = false
    var last: UInt8 = 0
    for (offset, byte) in text.utf8.enumerated() {
      if byte == UInt8(ascii: "\n") { isComment = false }
      if isComment { continue }
      if isQuoted {
        if byte == UInt8(ascii: "\"") { isQuoted = false }
        last = byte
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isQuoted = true
      case UInt8(ascii: "#"): isComment = true
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: ";") where scan.semicolon == nil: scan.semicolon = offset
      default: break
      }
      if !isComment, byte > 0x20 { last = byte }
    }
    scan.isOpen = depth > 0 || isQuoted || Self.joining.contains(last)
    return scan
  }

  /// Signs after which a statement goes on.
  private static let joining: Set<UInt8> = Set("\\,+-*/=<>|(".utf8)
}
