import Catalog
import QueryLanguage

/// A line that states a number: `there were 2,901,142 encounters in fy2024`, `removals fell 60
/// percent from 2019 to 2021`. It is judged.
enum StatementPattern: Pattern {
  static let parts: Set<SpokenWord.Part> = [.rise, .fall, .change, .share, .most]

  static func statement(of choice: Choice) -> String? {
    let line = choice.line
    guard line.keys.isEmpty, line.looseKeys.isEmpty else { return nil }
    if line.amounts.isEmpty, line.isMajority, let place = line.asked[.most] {
      let share = SharePattern.statement(of: choice.dated, share: place)
      // `single adults or families`: the share of each answers.
      return choice.hasSeveralOfOneDimension ? share : share.map { "check \($0) is more than 50%" }
    }
    let isOfChange = line.asks(.rise) != line.asks(.fall)
    // `doubled since 2003`
    if line.amounts.isEmpty, isOfChange, !line.isComparative, let verb = line.verb {
      return change(choice, verb)
    }
    guard let amount = line.amounts.only else { return nil }
    if isOfChange {
      return change(choice, "\(line.asks(.rise) ? "rose" : "fell") \(amount.stated.size)")
    }
    if amount.stated.isPercent, line.periods.isEmpty || choice.isOnePeriod {
      return SharePattern.statement(of: choice.dated, share: amount.place).map {
        "check \($0) \(amount.stated.judgment)"
      }
    }
    // A level that is stated without a time is the newest; of a flow it is not said which is meant.
    let choice = choice.counted.allSatisfy { $0.measure.kind == .stock } ? choice.dated : choice
    guard choice.isOnePeriod, choice.counted.count == 1 else { return nil }
    return "check \(choice.question(by: [], choice.periods())) \(amount.stated.judgment)"
  }

  private static func change(_ choice: Choice, _ judgment: String) -> String? {
    guard choice.counted.count == 1, !choice.hasSeveralOfOneDimension, !choice.line.asks(.share),
      let both = ChangePattern.ends(of: choice) ?? choice.yearBefore ?? sinceYear(choice)
        ?? newest(choice)
    else { return nil }
    return "check change in \(choice.question()) from \(both.first) to \(both.last) \(judgment)"
  }

  /// `rose 40 percent since 2019`: the last whole year against the one that is said.
  private static func sinceYear(_ choice: Choice) -> (first: String, last: String)? {
    guard let only = choice.line.periods.only, let measure = choice.counted.first?.measure,
      let last = choice.catalog.lastWholeYear(
        of: measure,
        choice.isByCalendarYear ? .calendarYear : .fiscalYear
      )
    else { return nil }
    let term: PeriodTerm? =
      switch only.kind {
      case .one(let term): only.lead == .since ? term : nil
      case .clause(let clause): (clause as? SinceClause).flatMap { $0.isIncluded ? $0.period : nil }
      case .range, .text, .yearsAgo, .newest: nil
      }
    guard case .bareYear(let first)? = term?.value, first < last else { return nil }
    return ("\(choice.year)\(first)", "\(choice.year)\(last)")
  }

  /// The newest month against that of a year before, where no period is said.
  private static func newest(_ choice: Choice) -> (first: String, last: String)? {
    guard choice.line.periods.isEmpty, let measure = choice.counted.first?.measure,
      let last = choice.catalog.newestMonth(of: measure)
    else { return nil }
    return (last.advanced(by: -12).spelling, last.spelling)
  }
}
