/// Periods of a table by their codes: 2024 for a year, 202405 for a month, 20240512 for a day and
/// for a span that begins on it.
extension PublishedTime {
  private var unitOfCodes: TimeUnit {
    switch self {
    case .fiscalYear: .fiscalYear
    case .month: .month
    case .calendarYear: .calendarYear
    case .date, .span: .day
    }
  }

  /// What a period looks like in a file of ours, for messages.
  package var example: String {
    switch self {
    case .fiscalYear, .calendarYear: "2024"
    case .month: "2024-05"
    case .date, .span: "2024-05-12"
    }
  }

  /// The code of a period that is written like ``example``; `nil` when it is not one.
  ///
  /// Only periods inside the calendar are known: a slip such as 20204 or 1024 is refused.
  package func code(of text: UnsafeRawBufferPointer) -> Int? {
    guard text.count == example.utf8.count, let period = Period(date: text) else { return nil }
    let years = FiscalCalendar.years
    let year = period.days.first.date.year
    // Of its first fiscal year, the calendar lacks the beginning.
    let isWhole = self != .fiscalYear || year > years.lowerBound
    return years.contains(year) && isWhole ? period.code : nil
  }

  package func code(of text: String) -> Int? {
    var text = text
    return text.withUTF8 { code(of: UnsafeRawBufferPointer($0)) }
  }

  /// The period after this one; `nil` where periods have no successor.
  package func successor(of code: Int) -> Int? {
    switch self {
    case .fiscalYear, .calendarYear: code + 1
    case .month: code % 100 == 12 ? code + 89 : code + 1
    case .date, .span: nil
    }
  }

  /// The fiscal year in which a period begins.
  package func fiscalYear(of code: Int) -> Int {
    Period(.fiscalYear, containing: Period(unitOfCodes, code: code).days.first).code
  }
}
