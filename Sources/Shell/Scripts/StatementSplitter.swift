/// Cuts a script or what is typed into statements.
///
/// A statement ends with the line or `;`. It continues after `\`, a comma, an operator, `|`, or
/// inside brackets and quotes; in a script also when the next line is indented, and SQL when it
/// begins with a word that no statement begins with.
package struct StatementSplitter {
  /// A statement and the line, counted from 1, on which it begins.
  package struct Statement: Equatable, Sendable {
    package let text: String
    package let line: Int
  }

  private let goesOnWhenIndented: Bool
  /// The statement that has begun, and what its signs say so far.
  private var pending: [UInt8] = []
  private var state = State()
  private var pendingLine = 1
  private var lineNumber = 0

  package init(goesOnWhenIndented: Bool) {
    self.goesOnWhenIndented = goesOnWhenIndented
  }

  /// Whether a statement has begun that is not finished.
  package var isPending: Bool { !pending.isEmpty }

  /// All statements of a text.
  package static func statements(of text: String) -> [Statement] {
    var splitter = StatementSplitter(goesOnWhenIndented: true)
    var statements: [Statement] = []
    var line: [UInt8] = []
    for byte in text.utf8 {
      if byte == newline {
        statements += splitter.add(line)
        line.removeAll(keepingCapacity: true)
      } else {
        line.append(byte)
      }
    }
    statements += splitter.add(line)
    return statements + splitter.finish()
  }

  /// Takes the next line that is typed and gives the statements that it completes.
  package mutating func add(_ line: String) -> [Statement] { add(Array(Self.typed(line).utf8)) }

  /// A line as it is meant where somebody types it: `# of removals` is no comment there.
  package static func typed(_ line: String) -> String {
    line.hasPrefix("# of ") ? "number of " + line.dropFirst("# of ".count) : line
  }

  /// Each byte is read only once, however many lines and statements there are.
  private mutating func add(_ line: [UInt8]) -> [Statement] {
    lineNumber += 1
    var finished: [Statement] = []
    if goesOnWhenIndented, isPending, !state.isOpen, !isIndented(line),
      !(state.isSQL && line.goesOnInSQL)
    {
      finished += finish()
    }
    if isPending {
      append(Self.newline)
    } else {
      pendingLine = lineNumber
      if let heading = ScriptHeading(line: line) {
        return finished + [Statement(text: heading.markdown, line: lineNumber)]
      }
      if line.first == UInt8(ascii: ".") {
        pending = line
        return finished + finish()
      }
    }
    for byte in line {
      if byte == UInt8(ascii: ";"), state.isPlain {
        finished += finish()
        pendingLine = lineNumber
      } else {
        append(byte)
      }
    }
    if pending.allSatisfy(isSpace) { discard() }
    if !goesOnWhenIndented, !state.isOpen { finished += finish() }
    return finished
  }

  private mutating func append(_ byte: UInt8) {
    // SQL has quotes and comments of its own.
    if byte <= 0x20, !state.isSQL, pending.isKeywordOfSQL { state.isSQL = true }
    pending.append(byte)
    state.read(byte)
  }

  /// Ends the input: what is pending becomes a statement.
  package mutating func finish() -> [Statement] {
    defer { discard() }
    return statement(pending).map { [$0] } ?? []
  }

  /// Discards what is pending.
  package mutating func discard() {
    pending.removeAll(keepingCapacity: true)
    state = State()
  }

  private static var newline: UInt8 { UInt8(ascii: "\n") }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

  private func isIndented(_ line: [UInt8]) -> Bool {
    guard let first = line.first else { return false }
    return (first == 0x20 || first == 0x09) && !line.allSatisfy(isSpace)
  }

  /// A statement without the spaces and comments before it; `nil` when nothing else is there.
  private func statement(_ text: [UInt8]) -> Statement? {
    var start = 0
    var line = pendingLine
    while start < text.count {
      if text[start] == UInt8(ascii: "#") {
        start = text[start...].firstIndex(of: Self.newline) ?? text.count
      } else if isSpace(text[start]) {
        if text[start] == Self.newline { line += 1 }
        start += 1
      } else {
        break
      }
    }
    var end = text.count
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    guard start < end else { return nil }
    return Statement(text: String(decoding: text[start..<end], as: UTF8.self), line: line)
  }
}

extension [UInt8] {
  /// Whether it is the word with which SQL begins.
  fileprivate var isKeywordOfSQL: Bool {
    guard count >= 3, let last, last | 0x20 == UInt8(ascii: "l") else { return false }
    let word = drop { $0 <= 0x20 }
    return word.count == 3 && word.map { $0 | 0x20 } == Array("sql".utf8)
  }

  /// Whether a line after SQL belongs to it: it begins with a bracket or a word of SQL that begins
  /// no statement.
  fileprivate var goesOnInSQL: Bool {
    guard let first, first != UInt8(ascii: ")"), first != UInt8(ascii: "(") else { return true }
    let word = prefix { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: "(") }
    return Self.wordsOfSQL.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  private static let wordsOfSQL: Set = [
    "and", "as", "between", "case", "cross", "else", "end", "except", "from", "full", "group",
    "having", "in", "inner", "intersect", "is", "join", "left", "like", "limit", "natural", "not",
    "offset", "on", "or", "order", "outer", "right", "select", "then", "union", "using", "values",
    "when", "where", "window", "with",
  ]
}

/// What the signs of a text say about where it ends.
private struct State {
  /// Whether it is SQL, in which texts are in single quotes too.
  var isSQL = false
  private var isText = false
  private var depth = 0
  private var isQuoted = false
  private var isComment = false
  private var last: UInt8 = 0

  /// Outside of quotes and comments.
  var isPlain: Bool { !isQuoted && !isText && !isComment }

  /// Whether the text needs more.
  var isOpen: Bool { depth > 0 || isQuoted || isText || joins(last) }

  mutating func read(_ byte: UInt8) {
    if byte == UInt8(ascii: "\n") { isComment = false }
    if isComment { return }
    if byte == UInt8(ascii: "\""), !isText { isQuoted.toggle() }
    if isSQL, byte == UInt8(ascii: "'"), !isQuoted { isText.toggle() }
    if isQuoted || isText { return }
    switch byte {
    case UInt8(ascii: "#") where !isSQL:
      isComment = true
      return
    case UInt8(ascii: "("): depth += 1
    case UInt8(ascii: ")"): depth = max(0, depth - 1)
    default: break
    }
    if byte > 0x20 { last = byte }
  }

  /// Signs after which a statement goes on.
  private func joins(_ sign: UInt8) -> Bool {
    switch sign {
    case UInt8(ascii: "\\"), UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "("):
      true
    default: false
    }
  }
}
