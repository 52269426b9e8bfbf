import Catalog

/// One period, or several in a row, as a statement is judged by.
struct TimeSpan: Hashable {
  let first: Period
  let last: Period

  init(_ period: Period) {
    first = period
    last = period
  }

  /// Periods in a row; what is exactly one year is that year, and days and months go together by
  /// the day.
  init?(_ first: Period, _ last: Period) {
    guard first.days.first <= last.days.last else { return nil }
    var ends = (first, last)
    if first.unit != last.unit {
      guard first.unit == .day || last.unit == .day || first.unit == .month || last.unit == .month
      else { return nil }
      let unit: TimeUnit = first.unit == .day || last.unit == .day ? .day : .month
      ends = (Period(unit, containing: first.days.first), Period(unit, containing: last.days.last))
    } else if first.unit == .month, let year = Period(exactly: .from(first, to: last)) {
      ends = (year, year)
    }
    (self.first, self.last) = ends
  }

  var isOne: Bool { first == last }
  var unit: TimeUnit { first.unit }
  var days: DayRange { .from(first, to: last) }

  /// `in dec 2024`, `from oct 2023 to jul 2024`.
  var clause: String {
    isOne ? "in \(first.spelling)" : "from \(first.spelling) to \(last.spelling)"
  }

  /// As a period of the language: `dec 2024`, `oct 2023..jul 2024`.
  var spelling: String { isOne ? first.spelling : "\(first.spelling)..\(last.spelling)" }

  /// The same time some years before.
  func back(years: Int) -> TimeSpan? {
    guard let first = Self.back(first, years), let last = Self.back(last, years) else { return nil }
    return isOne ? TimeSpan(first) : TimeSpan(first, last)
  }

  private static func back(_ period: Period, _ years: Int) -> Period? {
    (0..<years).reduce(Optional(period)) { period, _ in period?.yearBefore }
  }

  /// The period of its unit right before it.
  var previous: TimeSpan? {
    if isOne { return TimeSpan(first.previous) }
    let count = Period.all(unit, touching: days).count
    return TimeSpan(first.advanced(by: -count), first.previous)
  }

  /// As told: `Dec 2024`.
  var words: String { isOne ? first.label : "\(first.label) – \(last.label)" }
}
