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
  func held(in range: DayRange) -> DaySet {
    var found: [DayRange] = []
    for run in runs where run.days.overlaps(range) {
      let whole = aligned(run.days.intersection(range), within: run.days)
      if !whole.isEmpty { found.append(whole) }
    }
    return DaySet(found)
  }

  /// Whether the dataset holds every day of a range, in periods wholly inside it.
  func covers(_ range: DayRange) -> Bool {
    for run in runs where run.days.contains(range) {
      return aligned(range, within: run.days) == range
    }
    guard dataset.time == .span else { return false }
    return held(in: range) == DaySet([range])
  }

  /// The largest part of a range that whole periods of the dataset make up.
  private func aligned(_ range: DayRange, within run: DayRange) -> DayRange {
    guard let unit = dataset.time.unit else {
      // Each date or span is a separate run: used whole or not at all.
      return range == run ? range : DayRange(range.first, range.first.previous)
    }
    let first = Period(unit, containing: range.first).days
    let last = Period(unit, containing: range.last).days
    return DayRange(
      first.first == range.first ? first.first : first.last.next,
      last.last == range.last ? last.last : last.first.previous
    )
  }

  /// Whether a range is one period of the dataset, or a span that it covers.
  func prints(_ range: DayRange) -> Bool {
    covers(range)
      && dataset.time.unit.map { Period($0, containing: range.first).days == range } ?? true
  }

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
