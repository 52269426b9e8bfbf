import Diagnostics

/// The values of a file of JSON, one after the other: those of a list, or one on each line. None is
/// held but the one that is given.
package struct ObjectsOfFile {
  private let file: SourceFile

  package init(_ file: SourceFile) { self.file = file }

  /// Gives the line on which each value begins, and its text, to `body`.
  package func read(_ body: (Int, String) throws -> Void) throws {
    var scan = Scan(file.path)
    var offset = 0
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try file.read(into: buffer, at: offset)
      guard count > 0 else { break }
      let isMarked = offset == 0 && buffer[..<count].starts(with: [0xef, 0xbb, 0xbf])
      for byte in buffer[(isMarked ? 3 : 0)..<count] { try scan.take(byte, body) }
      offset += count
    }
    try scan.finish(body)
  }
}

/// Finds where values of JSON begin and end; whether they are any is seen by whoever reads them.
private struct Scan {
  private let path: String
  private var line = 1
  private var value: [UInt8] = []
  private var valueLine = 1
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var list = List.none
  /// Whether a comma is due before the next value of a list.
  private var needsComma = false

  private enum List { case none, open, closed }

  init(_ path: String) { self.path = path }

  mutating func take(_ byte: UInt8, _ body: (Int, String) throws -> Void) throws {
    defer { if byte == .lineFeed { line += 1 } }
    guard value.isEmpty else { return try add(byte, body) }
    if JSONStart.isSpace(byte) { return }
    switch byte {
    case .openBracket where list == .none && !needsComma: list = .open
    case .comma where list == .open && needsComma: needsComma = false
    case .closeBracket where list == .open: list = .closed
    default:
      guard list != .closed else { throw mistake("something follows the list") }
      guard list != .open || !needsComma else {
        throw mistake("a comma is missing between two objects")
      }
      valueLine = line
      try add(byte, body)
    }
  }

  private mutating func add(_ byte: UInt8, _ body: (Int, String) throws -> Void) throws {
    // What is no object ends with its line, so that its place can be told.
    if depth == 0, !value.isEmpty, byte == .lineFeed { return try give(body) }
    value.append(byte)
    guard value.count <= BlockReader.longestRecord else {
      throw FileMistake(
        path,
        line: valueLine,
        "an object of more than \(BlockReader.longestRecord >> 20) MiB begins here",
        try: [.piping("jq -c '.[]' \(path.asShellWord)")]
      )
    }
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == .backslash {
        isEscaped = true
      } else if byte == .quote {
        isInString = false
      }
      return
    }
    switch byte {
    case .quote: isInString = true
    case .openBrace, .openBracket: depth += 1
    case .closeBrace, .closeBracket:
      depth -= 1
      if depth <= 0 { try give(body) }
    default: break
    }
  }

  private mutating func give(_ body: (Int, String) throws -> Void) throws {
    guard let text = String(validating: value, as: UTF8.self) else {
      throw FileMistake.notUTF8(path, line: valueLine)
    }
    try body(valueLine, text)
    value.removeAll(keepingCapacity: true)
    (depth, isInString, isEscaped, needsComma) = (0, false, false, true)
  }

  mutating func finish(_ body: (Int, String) throws -> Void) throws {
    if !value.isEmpty { try give(body) }
    guard list != .open else { throw mistake("the list of objects does not end") }
  }

  private func mistake(_ message: String) -> FileMistake { FileMistake(path, line: line, message) }
}
