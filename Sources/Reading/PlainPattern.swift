import Catalog
import QueryLanguage

/// What is counted, of what, by what, when: `removals 2023`, `venezuelans by month`.
enum PlainPattern: Pattern {
  /// What asks for more than figures as they are.
  private static let others: [SpokenWord.Part] = [
    .most, .least, .ever, .share, .ratio, .average, .compare, .against, .change, .rise, .fall,
  ]

  static func statement(of choice: Choice) -> String? {
    let line = choice.line
    guard !choice.counted.isEmpty, !others.contains(where: line.asks),
      choice.counted.count == 1 || line.joinsMeasures
    else { return nil }
    let time = choice.time(asksAmount: line.asks(.amount))
    // `which sectors`: a breakdown without `by`.
    let loose = line.looseKeys.map(\.key).filter { !time.keys.contains($0) }
    return choice.question(by: loose + time.keys, time.rest)
  }
}
