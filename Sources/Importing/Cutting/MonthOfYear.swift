import Catalog

/// A month that is named beside its fiscal year.
package enum MonthOfYear {
  /// `202604` for `FY2026` and `Apr`.
  package static func code(_ fiscalYear: String, _ month: String) -> Int? {
    guard let year = PeriodText.fiscalYear(fiscalYear), let month = PeriodText.month(month) else {
      return nil
    }
    // October to December belong to the calendar year before.
    return (month >= 10 ? year - 1 : year) * 100 + month
  }
}
