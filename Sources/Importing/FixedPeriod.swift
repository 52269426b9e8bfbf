package import Catalog

/// The one period of all rows of a table, which no column gives.
package struct FixedPeriod: Sendable, Equatable {
  /// How it is coded.
  package let time: PublishedTime
  package let code: Int
  /// `FY2017`, or as it was written.
  package let text: String
  /// As it was written.
  private let written: String

  /// Reads a text that a column with this meaning could hold; `nil` where it is none.
  package init?(
    _ text: String,
    _ meaning: FileFormat.Meaning,
    _ dates: DateNotation? = nil
  ) {
    let found: (PublishedTime, Int?)? =
      switch meaning {
      case .fiscalYear, .time(.fiscalYear): (.fiscalYear, PeriodText.fiscalYear(text))
      case .time(.month): (.month, PeriodText.yearAndMonth(text, dates))
      case .time(.calendarYear): (.calendarYear, PeriodText.calendarYear(text))
      case .time(.date), .time(.span): (.date, PeriodText.day(text, dates))
      case .quarter(let years): (.span, QuarterText(text)?.firstDay(years))
      case .monthOfYear, .ignored, .dimensions, .measure: nil
      }
    guard let (time, number) = found, let code = number else { return nil }
    (self.time, self.code) = (time, code)
    written = text
    self.text = time == .fiscalYear ? "FY\(code)" : text
  }

  /// As `--scope` took it.
  var option: String {
    let name = time == .span ? "quarter" : time.rawValue
    return "\(name)=\(written)"
  }
}
