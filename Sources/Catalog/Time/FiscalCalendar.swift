/// The federal fiscal year: October to September, named by the year it ends in.
///
/// Through FY1975 it ran from July to June; FY1976 has 15 months, July 1975 to September 1976, as
/// the Yearbook of Immigration Statistics counts the change. Before 1843 it was the calendar year,
/// and the years of early tables have still other ends; here they are counted like later ones.
package enum FiscalCalendar {
  /// The years in which periods may lie: those of the `calendar` table. FY1791 is the first whole
  /// fiscal year among them.
  package static let years = 1790...2050

  /// The last fiscal year that began in July.
  private static let lastOld = 1975
  private static let long = 1976

  /// The days of a fiscal year by its number.
  package static func days(ofYear year: Int) -> DayRange {
    switch year {
    case ...lastOld: wholeMonths(from: 7, in: year - 1, count: 12)
    case long: wholeMonths(from: 7, in: year - 1, count: 15)
    default: wholeMonths(from: 10, in: year - 1, count: 12)
    }
  }

  /// The fiscal year that contains a month of a calendar year.
  package static func year(ofMonth month: Int, in year: Int) -> Int {
    if year * 100 + month <= lastOld * 100 + 6 { return month >= 7 ? year + 1 : year }
    if year * 100 + month <= long * 100 + 9 { return long }
    return month >= 10 ? year + 1 : year
  }

  /// `20243` for the months April to June 2024. FY1976 has a fifth quarter, July to September 1976.
  static func quarterCode(ofMonth month: Int, in year: Int) -> Int {
    let fiscal = FiscalCalendar.year(ofMonth: month, in: year)
    let start = days(ofYear: fiscal).first.date
    return fiscal * 10 + ((year - start.year) * 12 + month - start.month) / 3 + 1
  }

  static func days(ofQuarter code: Int) -> DayRange {
    let start = days(ofYear: code / 10).first.date
    return wholeMonths(from: start.month + (code % 10 - 1) * 3, in: start.year, count: 3)
  }
}
