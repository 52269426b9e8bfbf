import Catalog
import QueryLanguage

/// What is counted, of what, by what, when: `removals 2023`, `venezuelans by month`.
enum PlainPattern: Pattern {
  // `deportations in US history`: all that is held, as where no time is said.
  static let parts: Set<SpokenWord.Part> = [.ever]

  static func statement(of choice: Choice) -> String? {
    let line = choice.line
    guard !choice.counted.isEmpty, choice.counted.count == 1 || line.joinsMeasures else {
      return nil
    }
    // `trump's first year, biden's last year` are each by itself, and never added up.
    guard line.isSum || line.periods.count(where: \.isPartOfOffice) < 2 else { return nil }
    if line.isSum || choice.joinsPartToWhole, let text = together(choice) { return text }
    // One or the other: each has its own figure, and no sum of both is meant.
    if line.hasAlternatives, let text = ComparisonPattern.ofValues(choice) { return text }
    if let text = choice.ofListedPeriods(by: line.looseKeys.map(\.key)) { return text }
    let time = choice.time(asksAmount: line.asks(.amount))
    // `which sectors`: a breakdown without `by`.
    let loose = line.looseKeys.map(\.key).filter { !time.keys.contains($0) }
    return choice.question(by: loose + time.keys, time.rest)
  }

  /// `removals plus returns`, `2019 and 2020 combined`: one figure of several. What may not be
  /// added up the language refuses.
  private static func together(_ choice: Choice) -> String? {
    let line = choice.line
    let time = choice.time(asksAmount: !line.periods.isEmpty)
    let columns = choice.counted.map(\.expression).joined(separator: " + ")
    return choice.question([columns], by: line.looseKeys.map(\.key) + time.keys, time.rest)
  }
}

extension Line.NamedPeriod {
  /// Whether it is the beginning or the end of somebody's time in office.
  fileprivate var isPartOfOffice: Bool {
    guard case .one(let term) = kind, case .part = term.value else { return false }
    return lead == nil
  }
}

extension Choice {
  /// `removals and expedited removals`: a part joined to the whole that has it in it.
  fileprivate var joinsPartToWhole: Bool {
    guard line.asks(.and), !line.asks(.against), !line.asks(.compare), counted.count == 2,
      counted[0].measure != counted[1].measure
    else { return false }
    return catalog.isPart(counted[0].measure, of: counted[1].measure)
      || catalog.isPart(counted[1].measure, of: counted[0].measure)
  }
}
