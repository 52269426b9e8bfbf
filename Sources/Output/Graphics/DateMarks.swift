import Catalog

/// The dates under a field: as many as fit, at round years where there are many.
struct DateMarks {
  private(set) var marks: [(period: Period, words: String)] = []

  init(_ labels: [ChartLabel], width: Double) {
    let periods = labels.compactMap(\.period)
    guard let first = periods.first, let last = periods.last else { return }
    let isYears = first.unit == .fiscalYear || first.unit == .calendarYear
    let years = last.days.last.date.year - first.days.first.date.year
    if isYears || years > 2 {
      let most = max(2, Int(width / 64))
      let step = [1, 2, 5, 10, 20, 25, 50].first { years / $0 <= most } ?? 100
      marks = periods.compactMap { Self.mark(of: $0, every: step) }
    } else {
      let most = max(2, Int(width / 76))
      let step = (periods.count + most - 1) / most
      marks = periods.enumerated().filter { $0.offset % step == 0 }.map { ($1, $1.label) }
    }
  }

  /// At the beginning of a year, every given number of years.
  private static func mark(of period: Period, every step: Int) -> (Period, String)? {
    switch period.unit {
    case .fiscalYear, .calendarYear:
      return period.code % step == 0 ? (period, period.label) : nil
    case .quarter, .month, .day:
      let (year, month, day) = period.days.first.date
      return month == 1 && day == 1 && year % step == 0 ? (period, String(year)) : nil
    }
  }
}
