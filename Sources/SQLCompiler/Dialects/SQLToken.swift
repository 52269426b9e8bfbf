/// A sign, word, name, number or text of SQL.
struct SQLToken {
  enum Kind: Equatable {
    /// A keyword or the name of a function, in capital letters.
    case word(String)
    /// In double quotes, without them.
    case name(String)
    case number(isWhole: Bool)
    case text
    case sign(String)
  }

  let kind: Kind
  /// Where it begins, in bytes.
  let range: Range<Int>

  /// The tokens of SQL that this program writes.
  static func all(of bytes: [UInt8]) -> [SQLToken] {
    var tokens: [SQLToken] = []
    var place = 0
    while let start = bytes[place...].firstIndex(where: { $0 > 0x20 }) {
      let (kind, end) = token(at: start, of: bytes)
      tokens.append(SQLToken(kind: kind, range: start..<end))
      place = end
    }
    return tokens
  }

  private static func token(at start: Int, of bytes: [UInt8]) -> (Kind, end: Int) {
    let first = bytes[start]
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let end = endOfQuotes(at: start, of: bytes)
      guard first == UInt8(ascii: "\"") else { return (.text, end) }
      let inside = String(decoding: bytes[(start + 1)..<(end - 1)], as: UTF8.self)
      return (.name(inside.replacing("\"\"", with: "\"")), end)
    case 0x30...0x39:
      let end = bytes[start...].firstIndex { !isDigit($0) && $0 != UInt8(ascii: ".") }
      let digits = start..<(end ?? bytes.count)
      return (.number(isWhole: !bytes[digits].contains(UInt8(ascii: "."))), digits.upperBound)
    case _ where isLetter(first):
      let end = bytes[start...].firstIndex { !isLetter($0) && !isDigit($0) } ?? bytes.count
      return (.word(String(decoding: bytes[start..<end], as: UTF8.self).uppercased()), end)
    default:
      let pair = String(decoding: bytes[start..<min(start + 2, bytes.count)], as: UTF8.self)
      let isPair = ["<>", "<=", ">=", ">>", "<<", "||"].contains(pair)
      return (.sign(isPair ? pair : String(pair.prefix(1))), start + (isPair ? 2 : 1))
    }
  }

  private static func endOfQuotes(at start: Int, of bytes: [UInt8]) -> Int {
    var place = start + 1
    while place < bytes.count {
      if bytes[place] == bytes[start] {
        guard place + 1 < bytes.count, bytes[place + 1] == bytes[start] else { return place + 1 }
        place += 1
      }
      place += 1
    }
    return bytes.count
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }
}
