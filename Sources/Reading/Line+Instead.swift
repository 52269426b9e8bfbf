import Catalog
import QueryLanguage

extension Line {
  /// The same line counting one thing instead of another, perhaps broken down; `nil` where it does
  /// not count that.
  func counting(_ instead: Mention.Counted, by key: String, insteadOf measure: Int) -> Line? {
    // What begins again each October is no figure of a month, and none of several years.
    guard !instead.measure.restarts || asksForOneFiscalYear else { return nil }
    var line = self
    // `so far in fy2026` is of that year.
    if instead.measure.restarts { line.periods = yearsAsked }
    if !key.isEmpty, !keys.contains(key) { line.keys.append(key) }
    for place in counted.indices
    where counted[place].alternatives.contains(where: { $0.measure.id == measure }) {
      line.counted[place] = counted[place].meaning([instead])
      line.hasInstead = true
    }
    guard line.hasInstead else { return nil }
    if instead.measure.kind != .stock, countsLevelsOnly { line.askForYearInsteadOfNow() }
    return line
  }

  /// Whether its only period is a year, or the year so far, and nothing divides or compares it.
  private var asksForOneFiscalYear: Bool {
    guard let only = yearsAsked.only, only.lead == nil, !comparesPeriods,
      keys.allSatisfy({ TimeUnit(rawValue: $0) == nil })
    else { return false }
    switch only.kind {
    case .one(let term): return term.isYear
    case .clause(let clause):
      let range = (clause as? InClause)?.ranges.only
      return range?.last == nil && range?.first.isYear ?? false
    case .text: return only.isToDate
    case .range, .yearsAgo, .newest: return false
    }
  }

  /// Its periods, without `so far` beside another one.
  private var yearsAsked: [NamedPeriod] {
    periods.count > 1 ? periods.filter { !$0.isToDate } : periods
  }

  /// Whether it asks for more than the figure of a period.
  private var comparesPeriods: Bool {
    let parts: [SpokenWord.Part] = [
      .rise, .fall, .change, .compare, .against, .most, .least, .ever, .average,
    ]
    return parts.contains(where: asks) || verb != nil || per != nil || isRunning || repeats
  }

  /// What is held now is, of what is counted over time, that of the year so far.
  private mutating func askForYearInsteadOfNow() {
    guard periods.allSatisfy(\.isNewest) else { return }
    periods = [NamedPeriod(kind: .text("fytd"), place: .max, lead: nil)]
  }
}

extension PeriodTerm {
  /// Whether it is a fiscal year, or a year without a word.
  fileprivate var isYear: Bool {
    switch value {
    case .bareYear: true
    case .period(let period): period.unit == .fiscalYear
    case .part, .administration: false
    }
  }
}

extension Line.NamedPeriod {
  /// Whether it is the newest that is held.
  fileprivate var isNewest: Bool {
    if case .text("latest") = kind { true } else { false }
  }
}
