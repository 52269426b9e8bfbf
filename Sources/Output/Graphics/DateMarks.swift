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
      marks = Self.marks(of: periods, every: step)
    } else {
      let most = max(2, Int(width / 76))
      let step = (periods.count + most - 1) / most
      marks = periods.enumerated().filter { $0.offset % step == 0 }.map { ($1, $1.label) }
    }
  }

  /// At the beginning of a year, every given number of years; whether a figure is there or not.
  private static func marks(of periods: [Period], every step: Int) -> [(Period, String)] {
    guard let first = periods.first, let last = periods.last else { return [] }
    switch first.unit {
    case .fiscalYear, .calendarYear:
      return periods.filter { $0.code % step == 0 }.map { ($0, $0.label) }
    case .quarter:
      // Quarters are those of fiscal years.
      return periods.filter { $0.code % 10 == 1 && $0.code / 10 % step == 0 }
        .map { ($0, "FY\($0.code / 10)") }
    case .month, .day:
      let (start, end) = (first.days.first, last.days.first)
      return (start.date.year...end.date.year).filter { $0 % step == 0 }
        .map { (Day(firstOf: 1, in: $0), String($0)) }
        .filter { start <= $0.0 && $0.0 <= end }
        .map { (Period(first.unit, containing: $0.0), $0.1) }
    }
  }
}
