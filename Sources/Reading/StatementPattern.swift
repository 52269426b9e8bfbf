import Catalog
import QueryLanguage

/// A line that states a number: `there were 2,901,142 encounters in fy2024`, `removals fell 60
/// percent from 2019 to 2021`. It is judged.
enum StatementPattern: Pattern {
  static let parts: Set<SpokenWord.Part> = [.rise, .fall, .change, .share]

  static func statement(of choice: Choice) -> String? {
    let line = choice.line
    guard let amount = line.amounts.only, line.keys.isEmpty, line.looseKeys.isEmpty else {
      return nil
    }
    if line.asks(.rise) != line.asks(.fall) { return change(choice, amount.stated) }
    guard choice.isOnePeriod else { return nil }
    if amount.stated.isPercent {
      return SharePattern.statement(of: choice, share: amount.place).map {
        "check \($0) \(amount.stated.judgment)"
      }
    }
    guard choice.counted.count == 1 else { return nil }
    return "check \(choice.question(by: [], choice.periods())) \(amount.stated.judgment)"
  }

  private static func change(_ choice: Choice, _ amount: StatedAmount) -> String? {
    guard choice.counted.count == 1,
      let both = ChangePattern.ends(of: choice) ?? choice.yearBefore ?? newest(choice)
    else { return nil }
    let verb = choice.line.asks(.rise) ? "rose" : "fell"
    return "check change in \(choice.question()) from \(both.first) to \(both.last) "
      + "\(verb) \(amount.size)"
  }

  /// The newest month against that of a year before, where no period is said.
  private static func newest(_ choice: Choice) -> (first: String, last: String)? {
    guard choice.line.periods.isEmpty, let measure = choice.counted.first?.measure,
      let last = choice.catalog.newestMonth(of: measure)
    else { return nil }
    return (last.advanced(by: -12).spelling, last.spelling)
  }
}
