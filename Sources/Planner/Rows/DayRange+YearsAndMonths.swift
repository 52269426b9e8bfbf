import Catalog

extension DayRange {
  /// `24 fiscal years and 2 months`, for more than a year of days that begin with a fiscal year;
  /// `nil` for others.
  var yearsAndMonths: String? {
    let unit: TimeUnit =
      Period(.fiscalYear, containing: first).days.first == first ? .fiscalYear : .calendarYear
    guard Period(unit, containing: first).days.first == first else { return months }
    let touched = Period.all(unit, touching: self)
    let years = touched.filter { $0.days.last <= last }
    guard touched.count > 1, let end = years.last?.days.last else { return nil }
    let rest = end < last ? Period.all(.month, touching: DayRange(end.next, last)).count : 0
    let whole = "\(years.count) \(unit.name)\(years.count == 1 ? "" : "s")"
    return rest == 0 ? whole : "\(whole) and \(rest) month\(rest == 1 ? "" : "s")"
  }

  /// The same for days that begin within a year.
  private var months: String? {
    let count = Period.all(.month, touching: self).count
    return count > 12 ? "\(count) months" : nil
  }
}
