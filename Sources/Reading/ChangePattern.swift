import Catalog
import QueryLanguage

/// How figures changed: `growth since 2021`, `change from 2023 to 2024`, `is it going up`.
enum ChangePattern: Pattern {
  static let parts: Set<SpokenWord.Part> = [.change, .rise, .fall, .against, .compare]

  static func statement(of choice: Choice) -> String? {
    let line = choice.line
    let asks = line.asks(.change) || line.asks(.rise) || line.asks(.fall) || line.isYearOverYear
    guard asks, !choice.counted.isEmpty else { return nil }
    guard choice.counted.count == 1 else { return nil }
    if line.isRunning { return running(choice) }
    if let rolling = line.rolling {
      let keys = [rolling.unit] + choice.keys.filter { $0 != rolling.unit }
      return choice.question(by: keys, choice.periods() + ["with rolling \(rolling.count)"])
    }
    // `were there more families or single adults`, `who deported more`: one beside the other.
    if let text = ComparisonPattern.ofAdministrations(choice) ?? ComparisonPattern.ofValues(choice)
    {
      return text
    }
    // `higher under obama` is higher than under the others.
    if line.isComparative, !line.asks(.against), !choice.hasTimeKey,
      line.periods.only?.kind.isAdministration ?? false
    {
      return choice.question(by: ["administration"] + choice.keys)
    }
    // `more in 2012 or 2022`
    if choice.listedPeriods?.terms.count == 2, let both = ComparisonPattern.pair(of: choice) {
      return choice.question(by: choice.keys, both)
    }
    // `decline each year from 2001 to 2021` is a series.
    if !choice.hasTimeKey, !line.isYearOverYear, !line.showsChange, let both = ends(of: choice) {
      if line.asks(.rise) != line.asks(.fall) {
        let verb = line.verb ?? (line.asks(.rise) ? "rose" : "fell")
        return "check change in \(choice.question()) from \(both.first) to \(both.last) \(verb)"
      }
      return choice.question(by: line.keys, ["in \(both.last)", "vs \(both.first)"])
    }
    // One whole year is compared with the one before.
    if line.asks(.rise) != line.asks(.fall), !choice.hasTimeKey, choice.isOneYear {
      return choice.question(by: choice.keys, choice.periods() + ["vs previous year"])
    }
    if let both = sinceThePeriodBefore(choice) { return choice.question(by: choice.keys, both) }
    let extra = line.isYearOverYear ? "with yoy" : "with change"
    var keys = choice.keys
    if !choice.hasTimeKey {
      let isShort =
        choice.isOnePeriod || choice.beginsInYear || choice.isOfMonths || choice.turn != nil
      keys.insert(isShort ? "month" : choice.year, at: 0)
    }
    return choice.question(
      by: keys,
      choice.hasTimeKey
        ? choice.periods() + [extra]
        : periods(around: choice.turn) ?? choice.periods() + [extra]
    )
  }

  /// `cumulative encounters since january 2021`
  private static func running(_ choice: Choice) -> String? {
    guard !choice.line.asks(.rise), !choice.line.asks(.fall), !choice.line.asks(.against),
      choice.counted[0].measure.kind == .flow
    else { return nil }
    let isShort = choice.isOnePeriod || choice.beginsInYear || choice.isOfMonths
    let keys = choice.hasTimeKey ? choice.keys : [isShort ? "month" : choice.year] + choice.keys
    return choice.question(by: keys, choice.periods() + ["with running"])
  }

  /// The months since the beginning of the fiscal year in which something happened, at least three
  /// before it: whether figures changed since then shows only beside those before.
  private static func periods(around turn: Period?) -> [String]? {
    guard let turn else { return nil }
    let year = Period(.fiscalYear, containing: turn.advanced(by: -2).days.first)
    return ["since \(Period(.month, containing: year.days.first).spelling)", "with change"]
  }

  /// One month against the month before, the year so far against the same months of the last.
  private static func sinceThePeriodBefore(_ choice: Choice) -> [String]? {
    guard !choice.hasTimeKey, !choice.line.isYearOverYear else { return nil }
    if choice.periods() == ["fytd"] { return ["fytd", "vs previous year"] }
    guard let month = choice.onlyMonth else { return nil }
    return ["in \(month.spelling)", "vs \(month.advanced(by: -1).spelling)"]
  }

  /// The first and the last period, where both are said.
  static func ends(of choice: Choice) -> (first: String, last: String)? {
    guard choice.line.periods.count == 1 else { return nil }
    switch choice.line.periods[0].kind {
    case .range(let first, let last): return (choice.spelled(first), choice.spelled(last))
    case .clause(let clause):
      guard let span = clause as? FromClause else { return nil }
      return (choice.spelled(span.first), choice.spelled(span.last))
    case .one, .text, .yearsAgo, .newest: return nil
    }
  }
}
