// Words after a number: how large it is, and what it counts.

extension Parser {
  /// Consumes `thousand`, `million` or `billion`, which are written `k`, `m` and `b`.
  mutating func largeNumberWord() -> Character? {
    let suffixes: [String: Character] = ["thousand": "k", "million": "m", "billion": "b"]
    guard let suffix = current?.word.flatMap({ suffixes[$0] }) else { return nil }
    advance()
    return suffix
  }

  /// The words that may be directly after a number.
  private static let endings: Set<String> = ["within", "of", "a", "the", "every"]

  /// Consumes the name of a unit: words that nothing else of a statement begins with.
  mutating func unitName() -> String? {
    guard let word = current?.word, !Keywords.contains(word), !Self.endings.contains(word),
      lookAhead({ StreakLength(from: &$0) }) == nil,
      word.utf8.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") })
    else { return nil }
    advance()
    return word
  }
}
