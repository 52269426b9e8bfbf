import Catalog

/// One period set against all others: `fewer in 2025 than in any year since 1970`.
enum ExtremePattern: Pattern {
  static let parts: Set<SpokenWord.Part> = [.rise, .fall, .ever, .against, .compare]

  static func statement(of choice: Choice) -> String? {
    let line = choice.line
    guard line.comparesWithAny, choice.counted.count == 1, line.keys.isEmpty,
      line.looseKeys.isEmpty, line.asks(.rise) != line.asks(.fall)
    else { return nil }
    let periods = choice.periods()
    let reach = periods.filter { $0.hasPrefix("since ") || $0.hasPrefix("after ") }
    let own = periods.filter { !reach.contains($0) }
    guard own.count == 1, reach.count < 2 else { return nil }
    let word = line.asks(.fall) ? "lowest" : "highest"
    return "check \(choice.question(by: [], own)) is \(word) \(reach.first ?? "ever")"
  }
}
