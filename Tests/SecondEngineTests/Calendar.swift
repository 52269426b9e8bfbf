import Foundation

/// A month, counted from the first of the year 0.
typealias Month = Int

/// Periods as ranges of months.
typealias Months = ClosedRange<Month>

/// The calendar of the United States government, by months.
enum FiscalCalendar {
  /// October to September; July to June through 1975; fifteen months in 1976.
  static func fiscalYear(_ year: Int) -> Months {
    switch year {
    case ...1975: (year - 1) * 12 + 6...year * 12 + 5
    case 1976: 1975 * 12 + 6...1976 * 12 + 8
    default: (year - 1) * 12 + 9...year * 12 + 8
    }
  }

  static func calendarYear(_ year: Int) -> Months { year * 12...year * 12 + 11 }

  static func quarter(_ number: Int, of year: Int) -> Months {
    let first = fiscalYear(year).lowerBound + (number - 1) * 3
    return first...first + 2
  }

  static func year(fiscal month: Month) -> Int {
    let guess = (month + 3) / 12
    return (guess - 1...guess + 1).first { fiscalYear($0).contains(month) } ?? guess
  }

  static func days(_ month: Month) -> Int {
    let year = month / 12
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month % 12]
  }

  /// `2024-05`, and of a day its month.
  static func month(_ text: String) -> Month {
    let parts = text.components(separatedBy: "-").compactMap { Int($0) }
    return parts[0] * 12 + (parts.count > 1 ? parts[1] - 1 : 0)
  }

  static func name(_ month: Month) -> String {
    let number = month % 12 + 1
    return "\(month / 12)-\(number < 10 ? "0" : "")\(number)"
  }
}

/// Units of time that rows can have.
enum TimeUnit: String {
  case fy, cy, quarter, month

  /// The rows of a period: those that lie in it or are cut by its ends.
  func spans(in period: Months) -> [Span] {
    switch self {
    case .month:
      period.map { Span(name: FiscalCalendar.name($0), months: $0...$0) }
    case .cy:
      (period.lowerBound / 12...period.upperBound / 12).map {
        Span(name: String($0), months: FiscalCalendar.calendarYear($0)).cut(to: period)
      }
    case .fy:
      years(period).map {
        Span(name: String($0), months: FiscalCalendar.fiscalYear($0)).cut(to: period)
      }
    case .quarter:
      years(period).flatMap { year in
        (1...4).map {
          Span(name: "FY\(year) Q\($0)", months: FiscalCalendar.quarter($0, of: year))
        }
      }.filter { $0.months.overlaps(period) }.map { $0.cut(to: period) }
    }
  }

  private func years(_ period: Months) -> ClosedRange<Int> {
    FiscalCalendar.year(fiscal: period.lowerBound)...FiscalCalendar.year(fiscal: period.upperBound)
  }
}

/// The months of one row, and what the row is called.
struct Span: Hashable {
  let name: String
  /// The months that are asked for.
  let months: Months
  /// Whether the question cuts the period that the name says.
  var isCut = false

  func cut(to period: Months) -> Span {
    let clamped = months.clamped(to: period)
    return Span(name: name, months: clamped, isCut: clamped != months)
  }

  /// The whole fiscal years that the months are made of, if they are.
  var fiscalYears: [Months]? {
    var years: [Months] = []
    var next = months.lowerBound
    while next <= months.upperBound {
      let year = FiscalCalendar.fiscalYear(FiscalCalendar.year(fiscal: next))
      guard year.lowerBound == next, year.upperBound <= months.upperBound else { return nil }
      years.append(year)
      next = year.upperBound + 1
    }
    return years
  }
}
