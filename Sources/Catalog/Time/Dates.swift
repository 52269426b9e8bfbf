/// Dates in words: `October 2019 – August 2024`, `1 May – 23 June 2023`.
package func dates(of range: DayRange) -> String {
  guard range.first.isFirstOfMonth, range.last.isLastOfMonth else {
    let first = Period.day(range.first).label
    return range.count == 1 ? first : "\(first) – \(Period.day(range.last).label)"
  }
  let first = longMonth(range.first)
  let last = longMonth(range.last)
  return first == last ? first : "\(first) – \(last)"
}

/// The same, with short names of months: `Oct 2023 – Aug 2024`.
package func shortDates(of range: DayRange) -> String {
  guard range.first.isFirstOfMonth, range.last.isLastOfMonth else { return dates(of: range) }
  let first = Period(.month, containing: range.first).label
  let last = Period(.month, containing: range.last).label
  return first == last ? first : "\(first) – \(last)"
}

/// The label of the period that the days make up; otherwise their dates: `FY2024`, `May 2024`,
/// `Oct 2023 – Jan 2024`.
package func name(of range: DayRange) -> String {
  Period(exactly: range)?.label ?? shortDates(of: range)
}

private func longMonth(_ day: Day) -> String {
  let (year, month, _) = day.date
  return "\(monthNames[month - 1]) \(year)"
}
