/// How long a streak is said to be: `3 months in a row`, `for the 3rd straight month`,
/// `for five consecutive years`, `third time in a row`.
package struct StreakLength: Sendable {
  package let count: Int
  /// Exactly so many, as an ordinal says, or at least.
  package let isExact: Bool
  package let unit: JudgedUnit

  var spelling: String {
    isExact
      ? "for the \(NumberWords.spelling(ofOrdinal: count)) straight \(unit.name)"
      : "\(count) \(unit.name)\(count == 1 ? "" : "s") in a row"
  }

  /// Reads it; where it finds something else, or nothing says that they follow one another, `nil`.
  init?(from parser: inout Parser) {
    if parser.skip(word: "for") { parser.skip(anyOf: "the", "a", "an") }
    if let rank = parser.current?.word.flatMap(NumberWords.ordinal) {
      parser.advance()
      (count, isExact) = (rank, true)
    } else if let number = parser.smallCount() {
      (count, isExact) = (number, false)
    } else {
      return nil
    }
    let isStraight = parser.skip(anyOf: "straight", "consecutive", "successive")
    guard let unit = parser.judgedUnit() ?? (parser.skip(anyOf: "time", "times") ? .time : nil)
    else { return nil }
    self.unit = unit
    guard parser.skip(words: "in", "a") else {
      if isStraight { return }
      return nil
    }
    guard parser.skip(word: "row") else { return nil }
  }
}

extension Parser {
  /// Consumes one of several words.
  @discardableResult
  mutating func skip(anyOf words: String...) -> Bool {
    guard let word = current?.word, words.contains(word) else { return false }
    advance()
    return true
  }

  /// `3` or `three`.
  mutating func smallCount() -> Int? {
    if let number = current?.word.flatMap(NumberWords.number) {
      advance()
      return number
    }
    return try? count()
  }
}
