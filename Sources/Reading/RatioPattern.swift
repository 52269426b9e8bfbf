import Catalog

/// One measure over another: `ratio of removals to encounters`.
enum RatioPattern: Pattern {
  static func statement(of choice: Choice) -> String? {
    guard choice.line.asks(.ratio), choice.counted.count == 2 else { return nil }
    return choice.quotient(of: choice.counted)
  }
}
