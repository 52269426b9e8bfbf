internal import Catalog

extension PublishedTime {
  /// The columns that a data file begins with.
  var columns: [String] {
    switch self {
    case .fiscalYear, .month, .calendarYear, .date: [rawValue]
    case .span: ["start", "end"]
    }
  }

  /// What a period looks like, for messages.
  var example: String {
    switch self {
    case .fiscalYear, .calendarYear: "2024"
    case .month: "2024-05"
    case .date, .span: "2024-05-12"
    }
  }

  /// The code of a period as it is written in a file, 202405 for `2024-05`; `nil` when it is not a
  /// period.
  ///
  /// Only periods inside the calendar are known: a slip such as 20204 or 1024 is refused.
  func code(of text: UnsafeRawBufferPointer) -> Int? {
    guard text.count == example.utf8.count, let code = digits(of: text),
      calendarYears.contains(code / divisorOfYear)
    else { return nil }
    switch self {
    case .fiscalYear: return code > calendarYears.lowerBound ? code : nil
    case .calendarYear: return code
    case .month: return (1...12).contains(code % 100) ? code : nil
    case .date, .span: return Day(code: code) == nil ? nil : code
    }
  }

  func code(of text: String) -> Int? {
    var text = text
    return text.withUTF8 { code(of: UnsafeRawBufferPointer($0)) }
  }

  /// The period after this one; `nil` where periods have no successor.
  func successor(of code: Int) -> Int? {
    switch self {
    case .fiscalYear, .calendarYear: code + 1
    case .month: code % 100 == 12 ? code + 89 : code + 1
    case .date, .span: nil
    }
  }

  private var divisorOfYear: Int {
    switch self {
    case .fiscalYear, .calendarYear: 1
    case .month: 100
    case .date, .span: 10_000
    }
  }
}

/// The years of the `calendar` table. FY1892 is the first whole fiscal year in it.
let calendarYears = 1891...2050

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
