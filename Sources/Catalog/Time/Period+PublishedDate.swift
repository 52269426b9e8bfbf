/// Dates as far as they are known: `2024-05-12`, `2024-05` or `2024`.
extension Period {
  /// The day, the month or the calendar year; `nil` when the text is not a date.
  package init?(date text: String) {
    var text = text
    guard let period = text.withUTF8({ Period(date: UnsafeRawBufferPointer($0)) }) else {
      return nil
    }
    self = period
  }

  /// The same from bytes, without making text of them.
  init?(date text: UnsafeRawBufferPointer) {
    guard let code = digits(of: text) else { return nil }
    switch text.count {
    case 4 where code > 0: self = .calendarYear(code)
    case 7 where code >= 100 && 1...12 ~= code % 100: self.init(.month, code: code)
    case 10 where Day(code: code) != nil: self.init(.day, code: code)
    default: return nil
    }
  }
}

/// The digits of a date without its hyphens, which must be after the fourth and the sixth digit.
private func digits(of text: UnsafeRawBufferPointer) -> Int? {
  var code = 0
  for (index, byte) in text.enumerated() {
    if index == 4 || index == 7 {
      guard byte == UInt8(ascii: "-") else { return nil }
    } else {
      guard byte >= 0x30 && byte <= 0x39, index < 10 else { return nil }
      code = code * 10 + Int(byte - 0x30)
    }
  }
  return code
}

extension Day {
  /// The latest day on which something with this date of publication can have been published: for a
  /// month or a year its last day. `nil` when the text is not a date.
  package init?(publishedBy text: String) {
    guard let period = Period(date: text) else { return nil }
    self = period.days.last
  }
}
