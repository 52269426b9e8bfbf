extension Amount {
  /// A part of a whole in words: `half`, `two thirds`, `1 in 17`.
  package struct Part: Equatable, Sendable {
    package let numerator: Int
    package let denominator: Int
    /// As it is written: `half`, `2 thirds`, `1 in 17`.
    package let spelling: String
  }
}

extension Amount.Part {
  /// Reads a part; where it finds something else, the parser does not move.
  static func parse(from parser: inout Parser) -> Amount.Part? {
    if parser.current?.word == "half" {
      parser.advance()
      return Amount.Part(numerator: 1, denominator: 2, spelling: "half")
    }
    guard let count = parser.smallNumber(0) else { return nil }
    if parser.peekWord(1) == "in", let whole = parser.smallNumber(2), whole > count {
      parser.position += 3
      return Amount.Part(
        numerator: count,
        denominator: whole,
        spelling: "\(count) in \(whole)"
      )
    }
    guard let word = parser.peekWord(1),
      let ordinal = NumberWords.ordinal(word.hasSuffix("s") ? String(word.dropLast()) : word),
      ordinal > 2, ordinal <= 10, count < ordinal
    else { return nil }
    parser.position += 2
    let name = NumberWords.ordinals[ordinal - 1]
    return Amount.Part(
      numerator: count,
      denominator: ordinal,
      spelling: count == 1 ? "a \(name)" : "\(count) \(name)s"
    )
  }
}

extension Parser {
  /// `a`, `two` or `2`, some places after the current token: a whole number up to a thousand.
  fileprivate func smallNumber(_ distance: Int) -> Int? {
    switch peek(distance)?.kind {
    case .word("a")?: 1
    case .word(let word)?: NumberWords.number(word)
    case .number(let number)?:
      number.plainInteger.flatMap { (1...1000).contains($0) ? $0 : nil }
    default: nil
    }
  }
}
