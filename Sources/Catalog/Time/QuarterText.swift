/// A quarter as publishers write it: `FY2024 Q1`, `2024-Q3`, `Q2`, `Oct-Dec 2023`.
package struct QuarterText: Equatable, Sendable {
  /// Which years have the quarters.
  package enum Years: Sendable, Hashable { case fiscal, calendar }

  /// From 1; `nil` where the months are named.
  let number: Int?
  /// The first of its months, where they are named.
  let month: Int?
  package let year: Int?
  /// Which year that is; `nil` where it is not said.
  package let years: Years?

  package init?(_ text: String) {
    let spaced = text.uppercased().replacing("Q", with: " Q ").replacing("–", with: "-")
    var words = spaced.split { " -/()_,.".contains($0) }.map(String.init)
      .filter { !["Q", "TR", "UARTER"].contains($0) }.map { Self.ordinals[$0] ?? $0 }
    let months = words.filter { PeriodText.number($0) == nil }.compactMap(PeriodText.month)
    var (number, year, years): (Int?, Int?, Years?) = (nil, nil, nil)
    if months.count == 2 {
      guard [1, 4, 7, 10].contains(months[0]), months[1] == months[0] + 2 else { return nil }
      words.removeAll { PeriodText.number($0) == nil && PeriodText.month($0) != nil }
    }
    for word in words {
      let isFiscal = word.hasPrefix("FY")
      let own = isFiscal || word.hasPrefix("CY") ? String(word.dropFirst(2)) : word
      if own != word {
        guard years == nil else { return nil }
        years = isFiscal ? .fiscal : .calendar
        if own.isEmpty { continue }
      }
      if own.utf8.count == 1, own == word, let value = PeriodText.number(own), number == nil {
        number = value
      } else if let value = PeriodText.year(own), year == nil {
        year = value
      } else {
        return nil
      }
    }
    guard (number == nil) == (months.count == 2), number.map((1...5).contains) ?? true else {
      return nil
    }
    self.number = number
    month = months.count == 2 ? months[0] : nil
    self.year = year
    self.years = years
  }

  private static let ordinals = [
    "1ST": "1", "FIRST": "1", "2ND": "2", "SECOND": "2", "3RD": "3", "THIRD": "3", "4TH": "4",
    "FOURTH": "4",
  ]

  /// The code of its first day, 20231001, in a year that it has itself or that is beside it; `nil`
  /// where it is no quarter of such years.
  package func firstDay(of year: Int, _ years: Years) -> Int? {
    if let month {
      let isOfYear =
        years == .calendar || FiscalCalendar.year(ofMonth: month, in: year) == year
      return (isOfYear ? year : year - 1) * 10_000 + month * 100 + 1
    }
    guard let number else { return nil }
    switch years {
    case .fiscal:
      // One year had five of them.
      let days = Period.quarter(number, of: year).days
      guard Period.fiscalYear(year).days.contains(days) else { return nil }
      return Period(.day, containing: days.first).code
    case .calendar: return number <= 4 ? year * 10_000 + (number * 3 - 2) * 100 + 1 : nil
    }
  }

  /// The same where it says all by itself, or `years` says what it leaves out. A year beside named
  /// months is one of the calendar.
  package func firstDay(_ years: Years?) -> Int? {
    guard let year, let own = self.years ?? years ?? (month == nil ? nil : .calendar) else {
      return nil
    }
    return firstDay(of: year, own)
  }

  /// A number for the quarter where its year is beside it: its own, or 100 and its first month;
  /// `nil` where it has a year of its own, or is said to be of other years.
  package func code(beside years: Years?) -> Int? {
    guard year == nil else { return nil }
    return month.map { 100 + $0 } ?? number.flatMap { $0 <= 4 ? $0 : nil }
  }

  /// The quarter of such a number.
  package init(code: Int) {
    (number, month) = code > 100 ? (nil, code - 100) : (code, nil)
    (year, years) = (nil, nil)
  }

  /// The days of the quarter that begins on a day.
  package static func days(from code: Int) -> DayRange {
    let first = Period(.month, code: code / 100)
    return .from(first, to: first.advanced(by: 2))
  }
}
