import Catalog

/// Months that are told without a year.
extension TimeResolver {
  /// The latest such month before the day of the text; without a day, the one of the year that was
  /// told.
  func month(_ month: Int, _ subject: TimeSpan?) -> Period? {
    if let last = lastMonth {
      let year = last.code / 100
      return .month(month, of: month <= last.code % 100 ? year : year - 1)
    }
    guard let subject else { return nil }
    return Period.all(
      .month,
      touching: subject.unit == .month
        ? Period(.calendarYear, containing: subject.last.days.first).days : subject.days
    )
    .last { $0.code % 100 == month }
  }

  /// Such a month within a year after the month that was told before: `191,106 in November 2023,
  /// and 249,740 in December`.
  func near(_ month: Int, _ subject: TimeSpan?) -> Period? {
    guard let subject, subject.isOne, subject.unit == .month else { return nil }
    let ahead = (month - subject.first.code % 100 + 12) % 12
    let found = subject.first.advanced(by: ahead)
    return lastMonth.map { found <= $0 } ?? true ? found : nil
  }
}
