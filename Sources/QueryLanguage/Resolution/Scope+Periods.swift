import Catalog
import Diagnostics

extension Scope {
  /// The days of a period as typed. A bare year is a fiscal year, unless the question is in
  /// calendar years.
  func days(of term: PeriodTerm, for draft: inout ResolvedQuery) throws(Diagnostic) -> DayRange {
    switch term.value {
    case .period(let period):
      if let event = term.event { draft.assume("\(event.name): \(period.label)") }
      return period.days
    case .administration(let terms):
      guard let only = terms.only else { throw .severalTerms(term, terms) }
      let all = catalog.administrations()
      return all.months(of: all.firstIndex(of: only) ?? 0)
    case .part(let part): return try days(of: part, at: term.span, for: &draft)
    case .bareYear(let year):
      let units = draft.keys.compactMap(\.timeUnit)
      if units.contains(.calendarYear) { return Period.calendarYear(year).days }
      let fiscal = Period.fiscalYear(year)
      if units.contains(.fiscalYear) { return fiscal.days }
      if draft.figures.allSatisfy(isPublishedByCalendarYear) {
        draft.assume("\(year) read as the calendar year; the measure is published so")
        return Period.calendarYear(year).days
      }
      draft.assume("\(year) read as fiscal year \(year)")
      return fiscal.days
    }
  }

  /// The days of the first or the last units of a period.
  private func days(
    of part: PeriodPart,
    at span: SourceSpan,
    for draft: inout ResolvedQuery
  ) throws(Diagnostic) -> DayRange {
    switch part.whole.value {
    case .administration(let terms):
      guard let only = terms.only else { throw .severalTerms(part.whole, terms) }
      return try days(of: part, in: only, at: span, for: &draft)
    case .period(let period) where part.whole.event != nil || period.unit == .day:
      guard part.end == .first else { throw .noEnd(of: part, at: span) }
      guard period.unit == .day || period.unit == .month else { throw .noDay(of: part, at: span) }
      let own = part.days(from: try days(of: part.whole, for: &draft).first)
      guard own.last < .distantFuture else { throw .tooMany(at: span) }
      return own
    case .period, .bareYear, .part:
      let whole: DayRange
      if let year = year(of: part, for: &draft) {
        whole = year
      } else {
        whole = try days(of: part.whole, for: &draft)
      }
      guard let own = part.days(within: whole) else { throw .tooLong(part, whole, at: span) }
      return own
    }
  }

  /// The calendar year of months or days of a bare year, as everybody means them; `nil` for other
  /// parts, and where rows are fiscal years.
  private func year(of part: PeriodPart, for draft: inout ResolvedQuery) -> DayRange? {
    guard case .bareYear(let year) = part.whole.value, part.isOfCalendarYear,
      !draft.keys.compactMap(\.timeUnit).contains(.fiscalYear)
    else { return nil }
    draft.assume("\(year) read as calendar year \(year)")
    return Period.calendarYear(year).days
  }

  /// The first or the last periods that `by administration` gives to a term of office; days are
  /// counted from the day on which it begins.
  private func days(
    of part: PeriodPart,
    in term: Administration,
    at span: SourceSpan,
    for draft: inout ResolvedQuery
  ) throws(Diagnostic) -> DayRange {
    let all = catalog.administrations()
    let place = all.firstIndex(of: term) ?? 0
    let end = place + 1 < all.count ? all[place + 1].start.previous : .distantFuture
    let office = DayRange(term.start, end)
    let whole = part.unit == .day ? office : all.days(of: place, in: part.unit ?? .month)
    guard part.end == .first || end < .distantFuture else { throw .noEnd(of: part, at: span) }
    guard let own = part.days(within: whole) else { throw .tooLong(part, whole, at: span) }
    draft.assume(part.told(as: own, of: term, whole, office: office))
    return own
  }
}

extension PeriodPart {
  /// The first or the last periods of the unit that lie wholly within some days; `nil` where there
  /// are fewer.
  fileprivate func days(within whole: DayRange) -> DayRange? {
    let unit = self.unit ?? .month
    let steps = units - 1
    switch end {
    case .first:
      let touched = Period(unit, containing: whole.first)
      let first = touched.days.first < whole.first ? touched.next : touched
      let own = DayRange.from(first, to: first.advanced(by: steps))
      return own.last <= whole.last ? own : nil
    case .last:
      let touched = Period(unit, containing: whole.last)
      let last = touched.days.last > whole.last ? touched.previous : touched
      let own = DayRange.from(last.advanced(by: -steps), to: last)
      return own.first >= whole.first ? own : nil
    }
  }

  /// So many units from a day on, which may begin inside a month: from 11 May to 10 August.
  fileprivate func days(from start: Day) -> DayRange {
    guard unit != .day else { return DayRange(start, Day(number: start.number + count - 1)) }
    let (year, month, day) = start.date
    let months = count * monthsInUnit
    let next = Day(firstOf: month + months, in: year)
    // Three months from 30 November end with February.
    let length = daysInMonth(next.date.month, of: next.date.year)
    return DayRange(start, Day(number: next.number + min(day, length + 1) - 2))
  }

  /// As a clause of its own: `last 3 months`.
  fileprivate var spellingOfLast: String {
    LastClause(count: count, unit: unit ?? .fiscalYear).spelling
  }

  /// How many periods of the unit it has; of years, months.
  private var units: Int { unit == nil ? count * 12 : count }

  private var monthsInUnit: Int {
    switch unit {
    case .fiscalYear, .calendarYear, nil: 12
    case .quarter: 3
    case .month, .day: 1
    }
  }

  /// Which periods of a term are meant, and whether an inauguration cuts the one at its end.
  fileprivate func told(
    as days: DayRange,
    of term: Administration,
    _ whole: DayRange,
    office: DayRange
  ) -> String {
    let unit = self.unit ?? .month
    let (first, last) = (Period(unit, containing: days.first), Period(unit, containing: days.last))
    let span = first == last ? first.label : "\(first.label) – \(last.label)"
    let edge = end == .first ? office.first : office.last
    let cut = Period(unit, containing: edge)
    let isCut = end == .first ? cut.days.first < edge : cut.days.last > edge
    let fate = days.contains(cut.days) ? "counted whole" : "left out"
    return "\(spelling): \(span)" + (isCut ? "; \(cut.label) \(fate)" : "")
  }
}

extension Diagnostic {
  /// A part that is longer than its period.
  fileprivate static func tooLong(
    _ part: PeriodPart,
    _ whole: DayRange,
    at span: SourceSpan
  ) -> Diagnostic {
    let unit = part.unit ?? .month
    let held = Period.all(unit, touching: whole).count { whole.contains($0.days) }
    let count = part.unit == nil ? held / 12 : held
    let name = part.unit.map(\.name) ?? "year of twelve months"
    return Diagnostic(
      "part-too-long",
      count == 0
        ? "`\(part.whole.spelling)` holds no whole \(name)"
        : "`\(part.whole.spelling)` holds \(count) \(name)\(count == 1 ? "" : "s")",
      at: span
    )
  }

  /// The last months of what has no end.
  fileprivate static func noEnd(of part: PeriodPart, at span: SourceSpan) -> Diagnostic {
    let whole = part.whole.spelling
    return Diagnostic(
      "part-without-end",
      part.whole.event == nil && part.whole.isAdministration
        ? "when `\(whole)` ends is not known" : "`\(whole)` is a day, and has a beginning only",
      at: span,
      hint: part.whole.isAdministration
        ? "`\(part.spellingOfLast)` takes the last that the data hold"
        : "`first \(part.length) of \(whole)` begins with it; `before \(whole)` ends there"
    )
  }

  /// An event of which only the year is known.
  fileprivate static func noDay(of part: PeriodPart, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "event-without-day",
      "of `\(part.whole.spelling)` only the year is known",
      at: span,
      hint: "`since \(part.whole.spelling)` begins with that year"
    )
  }
}
