import Catalog
import QueryLanguage

/// One measure over another: `ratio of removals to encounters`.
enum RatioPattern: Pattern {
  static func statement(of choice: Choice) -> String? {
    let line = choice.line
    guard line.asks(.ratio), choice.counted.count == 2 else { return nil }
    let time = choice.time()
    let sides = choice.counted.map { own in
      own.values.isEmpty
        ? own.expression : "\(own.expression)(\(own.values.joined(separator: ", ")))"
    }
    return choice.question(
      [sides.joined(separator: " / ")],
      values: choice.values.map(\.text),
      by: time.keys,
      time.rest
    )
  }
}
