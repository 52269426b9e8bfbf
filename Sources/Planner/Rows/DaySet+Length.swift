package import Catalog
package import QueryLanguage

extension DaySet {
  /// How many units of `per` the days are, as a fraction `length / factor`. Whole months count as
  /// months; other days by the mean length of a month, 1461/48 days.
  package func length(in unit: PerClause.Length) -> (length: Int, factor: Int) {
    switch unit {
    case .day: (dayCount, 1)
    case .month: months
    case .fy: (months.length, months.factor * 12)
    }
  }

  private var months: (length: Int, factor: Int) {
    isWholeMonths ? (monthCount, 1) : (dayCount * 48, 1461)
  }
}
