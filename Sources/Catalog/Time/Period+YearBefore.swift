extension Period {
  /// The same period a year before; `nil` for 29 February, and where the fiscal year has no such
  /// part.
  package var yearBefore: Period? {
    switch unit {
    case .fiscalYear, .calendarYear: return Period(unit, code: code - 1)
    case .month: return Period(unit, code: code - 100)
    case .quarter: return code % 10 > 4 ? nil : Period(unit, code: code - 10)
    case .day: return Day(code: code - 10_000).map(Period.day)
    }
  }

  /// Whether it is as long as others of its unit in every table. FY1976 has 15 months in some.
  package var isRegular: Bool { unit != .fiscalYear || code != 1976 }
}

extension DayRange {
  /// July to September 1976, between a fiscal year that ends in June and one that begins in
  /// October.
  package static let transitionQuarter = DayRange.from(.month(7, of: 1976), to: .month(9, of: 1976))
}

extension Day {
  /// The same date a year before; for February 29, February 28.
  package var yearBefore: Day {
    let (year, month, day) = date
    return Day(year: year - 1, month: month, day: day)
      ?? Day(firstOf: month + 1, in: year - 1).previous
  }
}

extension DayRange {
  /// The same dates a year before; whole months stay whole.
  package var yearBefore: DayRange {
    DayRange(
      first.yearBefore,
      last.isLastOfMonth ? last.next.yearBefore.previous : last.yearBefore
    )
  }
}
