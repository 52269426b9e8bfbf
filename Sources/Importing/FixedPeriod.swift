package import Catalog

/// The one period of all rows of a table, which no column gives.
package struct FixedPeriod: Sendable, Equatable {
  /// How it is coded.
  package let time: PublishedTime
  package let code: Int
  /// As it was written: `FY2017`.
  package let text: String

  /// Reads a text that a column with this meaning could hold; `nil` where it is none.
  package init?(_ text: String, _ meaning: FileFormat.Meaning) {
    let found: (PublishedTime, Int?)? =
      switch meaning {
      case .fiscalYear, .time(.fiscalYear): (.fiscalYear, PeriodText.fiscalYear(text))
      case .time(.month): (.month, PeriodText.yearAndMonth(text))
      case .time(.calendarYear): (.calendarYear, PeriodText.calendarYear(text))
      case .time(.date), .time(.span): (.date, PeriodText.day(text))
      case .monthOfYear, .ignored, .dimensions, .measure: nil
      }
    guard let (time, number) = found, let code = number else { return nil }
    (self.time, self.code) = (time, code)
    self.text = time == .fiscalYear ? "FY\(code)" : text
  }
}
