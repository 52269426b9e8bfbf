/// What is written before, after and instead of tokens, by their numbers.
struct SQLEdits {
  private(set) var before: [Int: String] = [:]
  private(set) var after: [Int: String] = [:]
  var instead: [Int: String] = [:]

  /// Writes something around tokens; what was written around a part of them stays inside.
  mutating func surround(_ tokens: Range<Int>, _ opening: String, _ closing: String) {
    guard let last = tokens.last else { return }
    before[tokens.lowerBound] = opening + (before[tokens.lowerBound] ?? "")
    after[last] = (after[last] ?? "") + closing
  }

  mutating func append(_ text: String, after token: Int) {
    after[token] = (after[token] ?? "") + text
  }
}
