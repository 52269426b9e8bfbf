import Catalog
import QueryLanguage

extension Choice {
  /// A period as the question has it: a year without a word is a fiscal one.
  func spelled(_ term: PeriodTerm, year: String? = nil) -> String {
    switch term.value {
    case .period, .administration: term.spelling
    case .part: settled(term, year).spelling
    case .bareYear(let number): "\(year ?? (line.keys.contains("cy") ? "cy" : self.year))\(number)"
    }
  }

  /// The clauses of the line about time; `nil` where it has periods that do not go together.
  func periods(year: String? = nil) -> [String] {
    let terms = line.periods.flatMap { period -> [PeriodTerm] in
      if case .one(let term) = period.kind, period.lead == nil { return [term] }
      return isBesideOthers(period) ? period.administrations : []
    }
    let single = [
      ("under", terms.filter(\.isAdministration)),
      // `trump's first year 2017`: a part of an office is kept to the year that is said.
      ("in", terms.filter(\.isPart)),
      ("in", terms.filter { !$0.isAdministration && !$0.isPart }),
    ]
    .filter { !$0.1.isEmpty }
    .map { word, own in
      var names: [String] = []
      for name in own.map({ spelled($0, year: year) }) where !names.contains(name) {
        names.append(name)
      }
      return word + " " + names.joined(separator: ", ")
    }
    return single + line.periods.filter { !isBesideOthers($0) }.compactMap { clause(of: $0, year) }
  }

  /// A period as a clause by itself; `nil` for one that goes on a list.
  func clause(of period: Line.NamedPeriod, _ year: String?) -> String? {
    switch period.kind {
    case .one(let term):
      period.lead.map { _ in "\(period.word) \(spelled(term, year: year))" }
    // What follows a span that is left out begins with its end.
    case .range(let first, let last) where period.lead == .since:
      "\(period.word) \(spelled(period.isLeftOut ? last : first, year: year))"
    case .range(let first, let last) where period.lead == .until:
      "\(period.word) \(spelled(period.isLeftOut ? first : last, year: year))"
    case .range(let first, let last):
      "from \(spelled(first, year: year)) to \(spelled(last, year: year))"
    case .clause(let clause):
      replaced(clause, year).spelling
    // What begins again each October is to date by itself.
    case .text("fytd") where counted.allSatisfy(\.measure.restarts): "latest"
    case .text(let text): text
    case .yearsAgo(let years): yearAgo(years).map { "in \($0)" }
    case .newest(let months):
      newest(months).map { own in
        own.first == own.last || period.lead == .since
          ? "\(period.word) \(own.first.spelling)"
          : period.lead == .until
            ? "\(period.word) \(own.last.spelling)"
            : "from \(own.first.spelling) to \(own.last.spelling)"
      }
    }
  }

  /// Whether it is the time in office of somebody, on a list with that of others: `under trump and
  /// biden`.
  func isBesideOthers(_ period: Line.NamedPeriod) -> Bool {
    !period.administrations.isEmpty
      && line.periods.contains { other in
        if case .one(let term) = other.kind { term.isAdministration } else { false }
      }
  }

  /// The newest months of those numbers that are held of what is counted.
  func newest(_ months: ClosedRange<Int>) -> (first: Period, last: Period)? {
    guard let newest = counted.first.flatMap({ catalog.newestMonth(of: $0.measure) }) else {
      return nil
    }
    let number = (months.upperBound - 1) % 12 + 1
    let last = (0..<12).map { newest.advanced(by: -$0) }
      .first { $0.days.first.date.month == number }
    return last.map { ($0.advanced(by: 1 - months.count), $0) }
  }

  /// The year that was some years before the last whole one of what is counted.
  func yearAgo(_ years: Int) -> String? {
    let unit: TimeUnit = isByCalendarYear ? .calendarYear : .fiscalYear
    return counted.first.flatMap { catalog.lastWholeYear(of: $0.measure, unit) }
      .map { "\(year)\($0 - years)" }
  }

  func replaced(_ clause: any Clause, _ year: String?) -> any Clause {
    clause.replacingPeriods { settled($0, year) }
  }

  /// A period of which it is said which one is meant, where the line leaves it open.
  func settled(_ term: PeriodTerm, _ year: String?) -> PeriodTerm {
    var year = year
    if case .part(let part) = term.value, part.isOfCalendarYear { year = year ?? "cy" }
    return term.replacing { [year] term in
      // Of several terms of office, the last one is meant.
      if case .administration(let terms) = term.value, let last = terms.last, terms.count > 1 {
        return PeriodTerm(.administration([last]), at: term.span)
      }
      guard case .bareYear(let number) = term.value else { return term }
      let isCalendar = (year ?? (line.keys.contains("cy") ? "cy" : self.year)) == "cy"
      return PeriodTerm(
        .period(isCalendar ? .calendarYear(number) : .fiscalYear(number)),
        at: term.span
      )
    }
  }
}

extension Line.NamedPeriod {
  /// Those in whose time in office a clause of the language keeps to.
  fileprivate var administrations: [PeriodTerm] {
    guard case .clause(let clause) = kind else { return [] }
    return (clause as? UnderClause)?.administrations ?? []
  }
}

extension PeriodTerm {
  /// Whether it is the beginning or the end of something.
  fileprivate var isPart: Bool {
    if case .part = value { true } else { false }
  }
}
