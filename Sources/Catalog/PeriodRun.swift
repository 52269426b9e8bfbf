/// Periods of a table that follow one another without a gap.
package struct PeriodRun: Hashable, Sendable {
  package let days: DayRange

  package init(days: DayRange) {
    self.days = days
  }

  /// A run by the codes of its first and last period, as the database holds them.
  package init(_ time: PublishedTime, first: Int, last: Int) {
    switch time {
    case .fiscalYear: days = .from(.fiscalYear(first), to: .fiscalYear(last))
    case .calendarYear: days = .from(.calendarYear(first), to: .calendarYear(last))
    case .month: days = .from(Period(.month, code: first), to: Period(.month, code: last))
    case .date, .span: days = .from(Period(.day, code: first), to: Period(.day, code: last))
    }
  }
}
