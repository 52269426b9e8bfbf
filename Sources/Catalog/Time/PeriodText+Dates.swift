extension PeriodText {
  /// A day in a file that says how it writes days.
  package static func day(_ text: String, _ dates: DateNotation?) -> Int? {
    dates.map { $0.day(text) } ?? day(text)
  }

  /// A month in a file that says how it writes them.
  package static func yearAndMonth(_ text: String, _ dates: DateNotation?) -> Int? {
    dates.map { $0.yearAndMonth(text) } ?? yearAndMonth(text)
  }
}
