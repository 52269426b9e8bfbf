package import Diagnostics

/// Cuts a question into tokens. Never fails on what it does not know: the parser says what is
/// wrong.
package struct Lexer {
  private let bytes: [UInt8]
  private var offset = 0

  /// UTF-8 bytes of a word, or of a quoted text: more than any name or path has.
  fileprivate static let longestWord = 4_096

  /// The tokens of a question, without comments and spaces.
  package static func tokens(of source: String) throws(Diagnostic) -> [Token] {
    var lexer = Lexer(source)
    return try lexer.run()
  }

  private init(_ source: String) {
    bytes = Array(source.utf8)
  }

  private mutating func run() throws(Diagnostic) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 4 + 4)
    while let byte = skipToToken() {
      tokens.append(try token(startingWith: byte))
    }
    return tokens
  }

  /// Skips spaces, line ends, continuation signs and comments.
  private mutating func skipToToken() -> UInt8? {
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
        UInt8(ascii: "\\"):
        offset += 1
      case UInt8(ascii: "#"):
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
      case let byte: return byte
      }
    }
    return nil
  }

  private mutating func token(startingWith byte: UInt8) throws(Diagnostic) -> Token {
    let start = offset
    let kind: Token.Kind
    switch byte {
    case UInt8(ascii: "\""): kind = try quoted()
    case 0xE2 where mathematicalSign != nil:
      kind = mathematicalSign ?? .minus
      offset += 3
    case _ where isDigit(byte): kind = numberOrWord()
    case _ where isWordByte(byte): kind = word()
    default: kind = sign(byte)
    }
    guard offset - start <= Self.longestWord else {
      throw .wordTooLong(at: SourceSpan(start..<offset))
    }
    return Token(kind: kind, range: start..<offset)
  }

  // MARK: Words and numbers

  private mutating func word() -> Token.Kind {
    let start = offset
    while offset < bytes.count, isWordByte(bytes[offset]) { offset += 1 }
    return .word(lowercased(bytes[start..<offset]))
  }

  private mutating func numberOrWord() -> Token.Kind {
    let start = offset
    guard let number = number() else {
      offset = start
      return word()
    }
    return .number(number)
  }

  /// A number, or `nil` when letters follow that make it a word (`2a`, `287g`) or it is too long.
  private mutating func number() -> NumberLiteral? {
    var digits = 0
    var length = 0
    var decimals = 0
    var isPlain = true
    func take(_ byte: UInt8) -> Bool {
      let (tens, overflow) = digits.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
      digits = sum
      length += 1
      return !overflow && !carry
    }
    while let byte = peek(), isDigit(byte) {
      guard take(byte) else { return nil }
      offset += 1
    }
    while length <= 3 || !isPlain, isGroupOfThree(at: offset) {
      isPlain = false
      for byte in bytes[offset + 1...offset + 3] where !take(byte) { return nil }
      offset += 4
    }
    if peek() == UInt8(ascii: "."), let next = peek(1), isDigit(next) {
      offset += 1
      while let byte = peek(), isDigit(byte) {
        guard take(byte) else { return nil }
        decimals += 1
        offset += 1
      }
    }
    let suffix = suffix()
    if let byte = peek(), isWordByte(byte), !isTimesSign { return nil }
    return NumberLiteral(
      digits: digits,
      decimals: decimals,
      suffix: suffix,
      isPlain: isPlain,
      length: length
    )
  }

  /// Whether `x` or `×` is next, and nothing else of a word: `2.5x`.
  private var isTimesSign: Bool {
    let length = peek().map { $0 | 0x20 } == UInt8(ascii: "x") ? 1 : 2
    guard length == 1 || (peek(), peek(1)) == (0xC3, 0x97) else { return false }
    return !(peek(length).map(isWordByte) ?? false)
  }

  /// `k`, `m`, `b` or `%`, when no letter or digit follows.
  private mutating func suffix() -> Character? {
    guard let byte = peek() else { return nil }
    let letter: Character
    switch byte | 0x20 {
    case UInt8(ascii: "k"): letter = "k"
    case UInt8(ascii: "m"): letter = "m"
    case UInt8(ascii: "b"): letter = "b"
    case _ where byte == UInt8(ascii: "%"): letter = "%"
    default: return nil
    }
    if letter != "%", let next = peek(1), isWordByte(next) { return nil }
    offset += 1
    return letter
  }

  /// `,000`: a comma and exactly three digits.
  private func isGroupOfThree(at offset: Int) -> Bool {
    guard offset + 3 < bytes.count, bytes[offset] == UInt8(ascii: ",") else { return false }
    guard bytes[offset + 1...offset + 3].allSatisfy(isDigit) else { return false }
    return offset + 4 == bytes.count || !isWordByte(bytes[offset + 4])
  }

  // MARK: Quotes and signs

  private mutating func quoted() throws(Diagnostic) -> Token.Kind {
    let start = offset
    offset += 1
    let content = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") { offset += 1 }
    guard offset < bytes.count else {
      throw .openQuote(at: SourceSpan(start..<bytes.count))
    }
    offset += 1
    return .quoted(String(decoding: bytes[content..<offset - 1], as: UTF8.self))
  }

  private mutating func sign(_ byte: UInt8) -> Token.Kind {
    offset += 1
    switch byte {
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: "("): return .leftBracket
    case UInt8(ascii: ")"): return .rightBracket
    case UInt8(ascii: "+"): return .plus
    case UInt8(ascii: "-"): return .minus
    case UInt8(ascii: "*"): return .star
    case UInt8(ascii: "/"): return .slash
    case UInt8(ascii: "|"): return .pipe
    case UInt8(ascii: "="): return .equals
    case UInt8(ascii: "!") where take("="): return .notEquals
    case UInt8(ascii: "<"): return take("=") ? .lessOrEqual : take(">") ? .notEquals : .less
    case UInt8(ascii: ">"): return take("=") ? .greaterOrEqual : .greater
    case UInt8(ascii: ".") where take("."): return .dots
    default: return .unknown(Character(Unicode.Scalar(byte)))
    }
  }

  /// `≠`, `≤`, `≥` and the minus sign `−`, of three bytes each, as what they are.
  private var mathematicalSign: Token.Kind? {
    switch (peek(1), peek(2)) {
    case (0x89, 0xA0): .notEquals
    case (0x89, 0xA4): .lessOrEqual
    case (0x89, 0xA5): .greaterOrEqual
    case (0x88, 0x92): .minus
    default: nil
    }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard let byte = peek(), byte == UInt8(ascii: sign) else { return false }
    offset += 1
    return true
  }

  // MARK: Bytes

  private func peek(_ distance: Int = 0) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Letters, digits, `_`, `$`, `'`, `&` and every byte of a character outside ASCII.
  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"),
      UInt8(ascii: "'"), UInt8(ascii: "&"), 0x80...:
      true
    default: false
    }
  }

  private func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    var isASCII = true
    let lower = bytes.map { byte in
      if byte >= 0x80 { isASCII = false }
      return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
    let text = String(decoding: lower, as: UTF8.self)
    return isASCII ? text : text.lowercased()
  }
}

extension Diagnostic {
  fileprivate static func wordTooLong(at span: SourceSpan) -> Diagnostic {
    Diagnostic("word-too-long", "a word takes \(Lexer.longestWord) bytes at most", at: span)
  }

  fileprivate static func openQuote(at span: SourceSpan) -> Diagnostic {
    Diagnostic("open-quote", "the quote opened here is not closed", at: span)
  }
}
