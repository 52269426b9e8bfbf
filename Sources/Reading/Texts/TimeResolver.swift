import Catalog

/// From a time as a text names it to periods: with the day of the text, and the time of the
/// statement that it is beside.
struct TimeResolver {
  /// The day of the text; `nil` where it is not known.
  let day: Day?
  /// The end of what is held, where a text without a day tells what lasts.
  let edge: Day?
  /// The administrations, the oldest first.
  let administrations: [Administration]

  /// The last whole month before the day of the text.
  var lastMonth: Period? { day.map { Period(.month, containing: $0).previous } }
  /// The last whole fiscal year before the day of the text.
  var lastFiscalYear: Period? { day.map { Period(.fiscalYear, containing: $0).previous } }

  /// When what is told without a time is, the last first: the last whole fiscal years before the
  /// day of the text, or before the end of what is held.
  var present: [TimeSpan] {
    if let lastFiscalYear { return [TimeSpan(lastFiscalYear)] }
    guard let edge else { return [] }
    let year = Period(.fiscalYear, containing: edge).previous
    return [TimeSpan(year), TimeSpan(year.previous), TimeSpan(year.previous.previous)]
  }

  /// What a time may mean, the preferred first; empty where it needs a day that is not known.
  /// `subject` is the time of the statement, for what is told against it.
  func spans(_ time: SpokenTime, beside subject: TimeSpan?, isCalendar: Bool = false) -> [TimeSpan]
  {
    switch time {
    case .period(let period), .event(let period): return [TimeSpan(period)]
    case .year(let year):
      let both = [TimeSpan(.fiscalYear(year)), TimeSpan(.calendarYear(year))]
      return isCalendar ? both.reversed() : both
    case .month(let month):
      return [self.month(month, subject), near(month, subject)].compactMap {
        $0.map { TimeSpan($0) }
      }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    case .monthOf(let month, let years):
      guard let year = day?.date.year ?? subject.map({ $0.last.days.last.date.year }) else {
        return []
      }
      return [TimeSpan(.month(month, of: year - years))]
    case .relative(let words): return relative(words, subject, isCalendar)
    case .range(let first, let last):
      let firsts = spans(first, beside: subject, isCalendar: isCalendar)
      let lasts = spans(last, beside: subject, isCalendar: isCalendar)
      return zip(firsts, lasts).compactMap { first, last in
        // `from December to January`: the first is the one before the last.
        if first.first > last.last, first.unit == .month, let earlier = first.back(years: 1) {
          return TimeSpan(earlier.first, last.last)
        }
        // `from FY2022 to FY2021`: the order of a slip.
        return TimeSpan(first.first, last.last) ?? TimeSpan(last.first, first.last)
      }
    case .term(let id): return term(id)
    case .since(let time):
      guard let end = lastMonth ?? edge.map({ Period(.month, containing: $0).previous }) else {
        return []
      }
      let starts = spans(time, beside: subject, isCalendar: isCalendar)
      if let day = starts.first?.first, day.unit == .day, time.isEvent {
        // Whole months are published: from the first of them, or the one in which it was.
        let month = Period(.month, containing: day.days.first)
        let first = day.days.first.isFirstOfMonth ? month : month.next
        return [first, month].compactMap { TimeSpan($0, end) }
      }
      return starts.compactMap { start in
        let first = start.first
        let unit = first.unit
        if unit == .day { return TimeSpan(first, .day(end.days.last)) }
        if unit == .fiscalYear || unit == .calendarYear {
          return TimeSpan(Period(.month, containing: first.days.first), end)
        }
        return TimeSpan(first, end)
      }
    }
  }

  private func relative(_ words: String, _ subject: TimeSpan?, _ isCalendar: Bool) -> [TimeSpan] {
    let parts = words.split(separator: " ").map(String.init)
    switch parts[0] {
    case "lastmonth": return lastMonth.map { [TimeSpan($0)] } ?? []
    case "samemonth": return subject.flatMap { $0.unit == .month ? [$0] : nil } ?? []
    case "same": return subject.map { [$0] } ?? []
    case "previous": return subject?.previous.map { [$0] } ?? lastMonth.map { [TimeSpan($0)] } ?? []
    case "fyof":
      let own = subject.map { Period(.fiscalYear, containing: $0.last.days.first) }
      // One that is not over by the day of the text is not told as a whole.
      let isOver = own.map { own in lastFiscalYear.map { own <= $0 } ?? true } ?? false
      return (isOver ? [own, lastFiscalYear] : [lastFiscalYear, own]).compactMap { $0 }
        .reduce(into: []) { if !$0.contains(TimeSpan($1)) { $0.append(TimeSpan($1)) } }
        + toDate(.fiscalYear)
    case "yearbefore": return subject?.back(years: 1).map { [$0] } ?? []
    case "lastfy": return lastFiscalYear.map { [TimeSpan($0)] } ?? []
    case "lastcy": return day.map { [TimeSpan(.calendarYear($0.date.year - 1))] } ?? []
    case "lastyear": return isCalendar ? Array(lastYear.dropFirst().prefix(1)) + lastYear : lastYear
    case "pastyear": return Array(lastYear.suffix(1)) + lastYear.dropLast()
    case "twelvemonths":
      return lastMonth.flatMap { TimeSpan($0.advanced(by: -11), $0) }.map { [$0] } ?? []
    case "fytd": return toDate(.fiscalYear)
    case "ytd":
      // Soon after a fiscal year, it is often called this year.
      let isSoonAfter = day.map { $0.date.month >= 10 } ?? false
      return toDate(.calendarYear) + toDate(.fiscalYear)
        + (isSoonAfter ? [lastFiscalYear].compactMap { $0.map { TimeSpan($0) } } : [])
    case "now": return lastMonth.map { [TimeSpan($0)] } ?? []
    case "office": return office.map { [TimeSpan(.day($0))] } ?? []
    case "last", "in": return lastOnes(parts, subject)
    case "back":
      guard parts.count == 3, let count = Int(parts[1]) else { return [] }
      if parts[2] == "fy" { return subject?.back(years: count).map { [$0] } ?? [] }
      guard let subject, subject.isOne, subject.unit == .month else { return [] }
      return [TimeSpan(subject.first.advanced(by: -count))]
    case "monthback":
      guard parts.count == 3, let month = Int(parts[1]), let years = Int(parts[2]),
        let told = subject?.last.days.last ?? day
      else { return [] }
      return [TimeSpan(.month(month, of: told.date.year - years))]
    case "ahead":
      guard parts.count == 3, let count = Int(parts[1]) else { return [] }
      return later(count, parts[2], subject)
    case "next": return later(1, parts.last ?? "", subject)
    case "day": return dayOfYear(parts)
    case "part": return part(parts, subject)
    case "sameof": return same(parts, subject)
    case "cyof":
      return subject.map { [TimeSpan(Period(.calendarYear, containing: $0.last.days.first))] } ?? []
    case "fypart":
      guard let day, parts.count == 3, let first = Int(parts[1]), let end = Int(parts[2]) else {
        return []
      }
      let start = Period(.month, containing: Period(.fiscalYear, containing: day).days.first)
      return TimeSpan(start.advanced(by: first), start.advanced(by: end - 1)).map { [$0] } ?? []
    default: return []
    }
  }

  /// So many years or months after the time of the statement before.
  private func later(_ count: Int, _ unit: String, _ subject: TimeSpan?) -> [TimeSpan] {
    guard let subject, subject.isOne else { return [] }
    let isYearly = subject.unit == .fiscalYear || subject.unit == .calendarYear
    if unit == "month", isYearly, count % 12 == 0 {
      return [TimeSpan(subject.first.advanced(by: count / 12))]
    }
    if unit == "month" {
      return subject.unit == .month ? [TimeSpan(subject.first.advanced(by: count))] : []
    }
    switch subject.unit {
    case .fiscalYear, .calendarYear: return [TimeSpan(subject.first.advanced(by: count))]
    case .month: return [TimeSpan(subject.first.advanced(by: 12 * count))]
    default: return []
    }
  }

  /// While somebody held office: the fiscal years that end in it, and the whole months.
  private func term(_ id: Int) -> [TimeSpan] {
    guard let place = administrations.firstIndex(where: { $0.id == id }) else { return [] }
    let start = administrations[place].start
    let next = administrations.indices.contains(place + 1) ? administrations[place + 1].start : nil
    guard let end = [next, day ?? edge].compactMap({ $0 }).min(), start < end else { return [] }
    return [
      TimeSpan(
        Period(.fiscalYear, containing: start),
        Period(.fiscalYear, containing: end).previous
      ),
      TimeSpan(Period(.month, containing: start).next, Period(.month, containing: end).previous),
    ].compactMap { $0 }
  }

  /// A part of the year of the statement, or of the day of the text, by its months.
  private func part(_ parts: [String], _ subject: TimeSpan?) -> [TimeSpan] {
    guard parts.count == 3, let first = Int(parts[1]), let end = Int(parts[2]),
      let near = subject?.last.days.first ?? lastMonth?.days.first
    else { return [] }
    let isCalendar = subject?.unit == .calendarYear
    let units: [TimeUnit] =
      isCalendar ? [.calendarYear, .fiscalYear] : [.fiscalYear, .calendarYear]
    return units.compactMap { unit in
      let start = Period(.month, containing: Period(unit, containing: near).days.first)
      return TimeSpan(start.advanced(by: first), start.advanced(by: end - 1))
    }
  }

  /// The same months of another year: `sameof fy 2023`.
  private func same(_ parts: [String], _ subject: TimeSpan?) -> [TimeSpan] {
    guard parts.count == 3, let year = Int(parts[2]), let subject else { return [] }
    let unit: TimeUnit = parts[1] == "fy" ? .fiscalYear : .calendarYear
    let own = Period(unit, containing: subject.last.days.first).code
    guard own > year, let span = subject.back(years: own - year) else { return [] }
    return [span]
  }

  /// `last year`: the fiscal one, the calendar one, the last twelve months.
  private var lastYear: [TimeSpan] {
    guard let day, let month = lastMonth, let fiscal = lastFiscalYear else { return [] }
    return [TimeSpan(fiscal), TimeSpan(.calendarYear(day.date.year - 1))]
      + [TimeSpan(month.advanced(by: -11), month)].compactMap { $0 }
  }

  private func toDate(_ unit: TimeUnit) -> [TimeSpan] {
    guard let last = lastMonth else { return [] }
    let start = Period(.month, containing: Period(unit, containing: last.days.first).days.first)
    return TimeSpan(start, last).map { [$0] } ?? []
  }

  /// The day on which the administration of the text's day began.
  private var office: Day? {
    day.flatMap { day in administrations.last { $0.start <= day }?.start }
  }

  /// `the last four fiscal years`, `in seven months`: up to the time of the statement, or the day.
  private func lastOnes(_ parts: [String], _ subject: TimeSpan?) -> [TimeSpan] {
    guard parts.count == 3, let count = Int(parts[1]) else { return [] }
    var found: [TimeSpan] = []
    if parts[2] == "fy", let last = lastFiscalYear {
      found.append(contentsOf: [TimeSpan(last.advanced(by: 1 - count), last)].compactMap { $0 })
    }
    if let month = lastMonth {
      let months = parts[2] == "fy" ? 12 * count : count
      found.append(contentsOf: [TimeSpan(month.advanced(by: 1 - months), month)].compactMap { $0 })
    }
    return found
  }

  private func dayOfYear(_ parts: [String]) -> [TimeSpan] {
    guard let day, parts.count == 3, let month = Int(parts[1]), let number = Int(parts[2]) else {
      return []
    }
    for year in [day.date.year, day.date.year - 1] {
      if let found = Day(year: year, month: month, day: number), found <= day {
        return [TimeSpan(.day(found))]
      }
    }
    return []
  }
}
