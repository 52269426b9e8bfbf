/// Dates as far as they are known: `2024-05-12`, `2024-05` or `2024`.
extension Period {
  /// The day, the month or the calendar year; `nil` when the text is not a date.
  package init?(date text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isWritten = zip(parts, [4, 2, 2]).allSatisfy { part, digits in
      part.count == digits && part.allSatisfy { (0x30...0x39).contains($0) }
    }
    let numbers = parts.compactMap { Int(Substring($0)) }
    guard isWritten, numbers.count == parts.count, let year = numbers.first, year > 0 else {
      return nil
    }
    switch numbers.count {
    case 1: self = .calendarYear(year)
    case 2 where 1...12 ~= numbers[1]: self = .month(numbers[1], of: year)
    case 3:
      guard let day = Day(year: year, month: numbers[1], day: numbers[2]) else { return nil }
      self = .day(day)
    default: return nil
    }
  }
}

extension Day {
  /// The latest day on which something with this date of publication can have been published: for a
  /// month or a year its last day. `nil` when the text is not a date.
  package init?(publishedBy text: String) {
    guard let period = Period(date: text) else { return nil }
    self = period.days.last
  }
}
