import Catalog
import QueryLanguage

extension Choice {
  /// Whether all that is counted is published by calendar year.
  var isByCalendarYear: Bool {
    counted.allSatisfy { own in
      let times = catalog.tables(of: own.measure.id).times
      return times.contains(.calendarYear) && !times.contains(.fiscalYear)
    }
  }

  var year: String { isByCalendarYear ? "cy" : "fy" }

  /// What follows `by`, years as the figures are published by them.
  var keys: [String] { line.keys.map { $0 == "fy" && isByCalendarYear ? "cy" : $0 } }

  /// Whether rows of the answer are periods.
  var hasTimeKey: Bool { line.keys.contains { TimeUnit(rawValue: $0) != nil } }

  /// Whether the periods of the line are one, as a year or a month.
  var isOnePeriod: Bool {
    guard line.periods.count == 1, line.periods[0].lead == nil else { return false }
    switch line.periods[0].kind {
    case .one: return true
    case .text(let text): return !text.contains { $0.isNumber }
    case .clause(let clause):
      return clause is InClause || !clause.spelling.contains { $0.isNumber }
    case .range: return line.periods[0].isOne
    case .yearsAgo, .newest: return true
    }
  }

  /// Whether the only period of the line is a month or a day.
  var isOneMonth: Bool { [.month, .day].contains(onlyUnit) }

  /// The only period of the line, where it is a month; of `last month`, the newest that is held.
  var onlyMonth: Period? {
    guard let only = line.periods.only, only.lead == nil else { return nil }
    switch only.kind {
    case .one(let term):
      if case .period(let period) = term.value, period.unit == .month { return period }
      return nil
    case .clause(let clause):
      guard let range = (clause as? InClause)?.ranges.only, range.last == nil,
        case .period(let period) = range.first.value, period.unit == .month
      else { return nil }
      return period
    case .text("last month"): return counted.first.flatMap { catalog.newestMonth(of: $0.measure) }
    case .newest(let months) where months.count == 1: return newest(months)?.first
    case .range, .text, .yearsAgo, .newest: return nil
    }
  }

  /// Whether the only period of the line is one of a unit, by its key.
  func isOne(_ key: String) -> Bool {
    switch TimeUnit(rawValue: key) {
    case .fiscalYear, .calendarYear: isOneYear
    case .month: isOneMonth
    case let unit?: onlyUnit == unit
    case nil: false
    }
  }

  /// Whether the only period of the line is a year.
  var isOneYear: Bool { [.fiscalYear, .calendarYear].contains(onlyUnit) }

  /// The only year of the line, and the one before.
  var yearBefore: (first: String, last: String)? {
    guard isOneYear, let only = line.periods.only else { return nil }
    let term: PeriodTerm? =
      switch only.kind {
      case .one(let term): term
      case .clause(let clause): (clause as? InClause)?.ranges.only?.first
      case .range, .text, .yearsAgo, .newest: nil
      }
    switch term?.value {
    case .bareYear(let year): return ("\(self.year)\(year - 1)", "\(self.year)\(year)")
    case .period(let period): return (period.advanced(by: -1).spelling, period.spelling)
    case .administration, .part, nil: return nil
    }
  }

  /// The same in the last whole year, of a level the newest, where the line does not say when.
  var dated: Choice {
    guard line.periods.isEmpty else { return self }
    let isLevel = counted.allSatisfy { $0.measure.kind == .stock }
    var line = line
    line.periods = [
      Line.NamedPeriod(kind: .text(isLevel ? "latest" : "last \(year)"), place: .max, lead: nil)
    ]
    return with(line)
  }

  /// The unit of the only period of the line.
  private var onlyUnit: TimeUnit? {
    guard let only = line.periods.only, only.lead == nil else { return nil }
    if case .text("last fy") = only.kind { return .fiscalYear }
    let term: PeriodTerm? =
      switch only.kind {
      case .one(let term): term
      case .clause(let clause):
        (clause as? InClause)?.ranges.only.flatMap { $0.last == nil ? $0.first : nil }
      case .range, .text, .yearsAgo, .newest: nil
      }
    switch term?.value {
    case .period(let period): return period.unit
    case .bareYear: return .fiscalYear
    case .part(let part): return part.count == 1 ? part.unit : nil
    case .administration, nil: return nil
    }
  }

  /// Whether the periods of the line begin with a month or a day: `since june 2024`.
  var beginsInYear: Bool {
    line.periods.contains { period in
      switch period.kind {
      case .one(let term): period.lead == .since && term.isWithinYear
      case .clause(let clause): (clause as? SinceClause)?.period.isWithinYear ?? false
      case .range(let first, _): first.isWithinYear
      case .newest: period.lead == .since
      case .text, .yearsAgo: false
      }
    }
  }

  /// The breakdown and the clauses about time of a question: several years are a series.
  func time(asksAmount: Bool = false) -> (keys: [String], rest: [String]) {
    let added = defaultTime(asksAmount)
    var keys = self.keys + added.keys
    // Levels of several years do not add up.
    let isOfLevels =
      line.periods.only?.kind.isAdministration ?? false
      && counted.allSatisfy { $0.measure.kind == .stock }
    if keys.isEmpty, !line.periods.isEmpty, isOfLevels || !asksAmount && !isOnePeriod {
      keys = [isOfMonths || beginsInYear ? "month" : year]
    }
    return (keys, periods() + added.rest)
  }

  /// Whether the periods of the line are months: `last 3 months`.
  var isOfMonths: Bool {
    periods().contains { $0.hasPrefix("last ") && $0.contains("month") }
      || line.periods.contains { period in
        if case .range(let first, _) = period.kind {
          period.lead == nil && first.isWithinYear
        } else {
          false
        }
      }
  }

  /// What a question without a period and without a breakdown in time needs.
  func defaultTime(_ asksAmount: Bool) -> (keys: [String], rest: [String]) {
    guard line.periods.isEmpty, !hasTimeKey else { return ([], []) }
    let kinds = counted.map(\.measure.kind)
    if kinds.allSatisfy({ $0 == .stock || asksAmount && ($0 == .average || $0 == .mean) }) {
      return ([], ["latest"])
    }
    guard line.keys.isEmpty else { return ([], []) }
    if asksAmount, let only = counted.first, counted.count == 1,
      let span = wholeExistence(only.measure)
    {
      return ([], [span])
    }
    return ([year], [])
  }

  /// `from fy2020 to fy2023` for what existed only for a time.
  private func wholeExistence(_ measure: Measure) -> String? {
    guard measure.existence.first > .distantPast, measure.existence.last < .distantFuture else {
      return nil
    }
    let first = Period(.fiscalYear, containing: measure.existence.first)
    let last = Period(.fiscalYear, containing: measure.existence.last)
    return "from \(first.spelling) to \(last.spelling)"
  }
}

extension PeriodTerm {
  /// Whether it is shorter than a year.
  fileprivate var isWithinYear: Bool {
    guard case .period(let period) = value else { return false }
    return [.quarter, .month, .day].contains(period.unit)
  }
}
