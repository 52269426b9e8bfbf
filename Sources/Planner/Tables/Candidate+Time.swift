package import Catalog

extension Candidate {
  /// Whether the dataset's periods can make up periods of a unit, or lie in one and so make up a
  /// part of it.
  func serves(_ unit: TimeUnit) -> Bool {
    switch dataset.time {
    case .fiscalYear: unit == .fiscalYear
    case .calendarYear: unit == .calendarYear
    case .month: unit != .day
    case .date: true
    case .span: unit == .fiscalYear || unit == .calendarYear || fits(unit)
    }
  }

  /// Whether some span lies in one period of a unit.
  private func fits(_ unit: TimeUnit) -> Bool {
    unit != .day
      && runs.contains { Period(unit, containing: $0.days.first).days.contains($0.days) }
  }

  /// The days of a range that the dataset holds in periods wholly inside the range.
  func held(in range: DayRange) -> DaySet { periods.held(in: range) }

  /// Whether the dataset holds every day of a range, in periods wholly inside it.
  func covers(_ range: DayRange) -> Bool { periods.covers(range) }

  /// Number of its periods that make up some days.
  func periodCount(in days: DaySet) -> Int {
    guard let unit = dataset.time.unit else {
      return runs.count { days.contains($0.days) }
    }
    return days.ranges.reduce(0) { $0 + Period.all(unit, touching: $1).count }
  }

  /// The code of the dataset's period that begins on a day.
  package func code(of day: Day) -> Int {
    Period(dataset.time.unit ?? .day, containing: day).code
  }
}

extension PublishedTime {
  /// The unit of regular periods; `nil` for dates and spans.
  package var unit: TimeUnit? {
    switch self {
    case .fiscalYear: .fiscalYear
    case .month: .month
    case .calendarYear: .calendarYear
    case .date, .span: nil
    }
  }
}
