/// One fiscal year, quarter, month, calendar year or day.
///
/// The code is what the database stores and sorts by: `2024` for years, `20243` for the third
/// quarter of FY2024, `202405` for a month, `20240512` for a day.
package struct Period: Hashable, Comparable, Sendable {
  package let unit: TimeUnit
  package let code: Int

  /// A period by its code, which the caller knows to be one of the unit.
  package init(_ unit: TimeUnit, code: Int) {
    self.unit = unit
    self.code = code
  }

  package static func fiscalYear(_ year: Int) -> Period { Period(.fiscalYear, code: year) }
  package static func calendarYear(_ year: Int) -> Period { Period(.calendarYear, code: year) }

  /// `month` counts from 1.
  package static func month(_ month: Int, of year: Int) -> Period {
    Period(.month, code: year * 100 + month)
  }

  /// `quarter` counts from 1, October to December.
  package static func quarter(_ quarter: Int, of fiscalYear: Int) -> Period {
    Period(.quarter, code: fiscalYear * 10 + quarter)
  }

  package static func day(_ day: Day) -> Period { Period(.day, code: day.code) }

  /// The period of a unit that holds a day.
  package init(_ unit: TimeUnit, containing day: Day) {
    let (year, month, _) = day.date
    let code =
      switch unit {
      case .fiscalYear: FiscalCalendar.year(ofMonth: month, in: year)
      case .quarter: FiscalCalendar.quarterCode(ofMonth: month, in: year)
      case .month: year * 100 + month
      case .calendarYear: year
      case .day: day.code
      }
    self.init(unit, code: code)
  }

  /// The period that the days are: no two periods are the same days.
  package init?(exactly range: DayRange) {
    let unit = TimeUnit.allCases.first { Period($0, containing: range.first).days == range }
    guard let unit else { return nil }
    self.init(unit, containing: range.first)
  }

  package static func < (a: Period, b: Period) -> Bool { a.code < b.code }

  /// The days of the period.
  package var days: DayRange {
    switch unit {
    case .fiscalYear: FiscalCalendar.days(ofYear: code)
    case .quarter: FiscalCalendar.days(ofQuarter: code)
    case .month: wholeMonths(from: code % 100, in: code / 100, count: 1)
    case .calendarYear: wholeMonths(from: 1, in: code, count: 12)
    case .day: Day(code: code).map { DayRange($0, $0) } ?? wholeMonths(from: 1, in: 1, count: 1)
    }
  }

  package var next: Period { Period(unit, containing: days.last.next) }
  package var previous: Period { Period(unit, containing: days.first.previous) }

  /// The same period a number of units later, or earlier when negative.
  package func advanced(by count: Int) -> Period {
    var period = self
    for _ in 0..<abs(count) { period = count > 0 ? period.next : period.previous }
    return period
  }

  /// The periods of a unit that a range of days touches, in order.
  package static func all(_ unit: TimeUnit, touching range: DayRange) -> [Period] {
    guard !range.isEmpty else { return [] }
    var periods: [Period] = []
    var period = Period(unit, containing: range.first)
    while period.days.first <= range.last {
      periods.append(period)
      period = period.next
    }
    return periods
  }

  /// As shown: `FY2024`, `Q3 FY2024`, `May 2024`, `2024`, `12 May 2024`.
  package var label: String {
    switch unit {
    case .fiscalYear: "FY\(code)"
    case .quarter: "Q\(code % 10) FY\(code / 10)"
    case .month: "\(monthNames[code % 100 - 1].prefix(3)) \(code / 100)"
    case .calendarYear: "\(code)"
    case .day:
      "\(code % 100) \(monthNames[code / 100 % 100 - 1].prefix(3)) \(code / 10_000)"
    }
  }

  /// As typed in the query language: `fy2024`, `q3 fy2024`, `may 2024`, `cy2024`, `12 may 2024`.
  package var spelling: String {
    switch unit {
    case .calendarYear: "cy\(code)"
    case .fiscalYear, .quarter, .month, .day: label.lowercased()
    }
  }

  /// As written for other programs: `2024`, `FY2024 Q3`, `2024-05`, `2024-05-12`.
  package var exported: String {
    switch unit {
    case .fiscalYear, .calendarYear: "\(code)"
    case .quarter: "FY\(code / 10) Q\(code % 10)"
    case .month: "\(code / 100)-\(twoDigits(code % 100))"
    case .day: "\(code / 10_000)-\(twoDigits(code / 100 % 100))-\(twoDigits(code % 100))"
    }
  }
}

/// English names of the months, January first.
package let monthNames = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
]

private func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}

/// Whole months from the first of one. The month may run past 12 or below 1.
func wholeMonths(from month: Int, in year: Int, count: Int) -> DayRange {
  DayRange(Day(firstOf: month, in: year), Day(firstOf: month + count, in: year).previous)
}

extension DayRange {
  /// Every day of two periods and between them.
  package static func from(_ first: Period, to last: Period) -> DayRange {
    DayRange(first.days.first, last.days.last)
  }
}
