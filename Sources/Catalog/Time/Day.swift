/// A day of the Gregorian calendar, counted from 1 January 1970.
package struct Day: Hashable, Comparable, Sendable {
  package let number: Int

  package init(number: Int) {
    self.number = number
  }

  /// A day from its date; `nil` when the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...daysInMonth(month, of: year)).contains(day)
    else { return nil }
    number = dayNumber(year, month, day)
  }

  /// A day by its code, `20240512`.
  package init?(code: Int) {
    self.init(year: code / 10_000, month: code / 100 % 100, day: code % 100)
  }

  /// The first day of a month. `month` may run past 12 or below 1: month 13 is January of the next
  /// year.
  package init(firstOf month: Int, in year: Int) {
    let index = year * 12 + month - 1
    number = dayNumber(index / 12, index % 12 + 1, 1)
  }

  package static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  package var next: Day { Day(number: number + 1) }
  package var previous: Day { Day(number: number - 1) }

  /// Year, month and day of the month.
  package var date: (year: Int, month: Int, day: Int) {
    // Howard Hinnant's civil_from_days: years begin in March, so that the leap day is the last.
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// `20240512`.
  package var code: Int {
    let (year, month, day) = date
    return year * 10_000 + month * 100 + day
  }

  package var isFirstOfMonth: Bool { date.day == 1 }
  package var isLastOfMonth: Bool { next.isFirstOfMonth }
}

/// Days of a month, 28 to 31.
package func daysInMonth(_ month: Int, of year: Int) -> Int {
  switch month {
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

/// Howard Hinnant's days_from_civil.
private func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
  let marchYear = month <= 2 ? year - 1 : year
  let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
  let yearOfEra = marchYear - era * 400
  let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
  let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}
