extension PeriodText {
  /// A day with the name of its month before or after the number of the day, and a year of four
  /// digits: `May 12, 2024`, `12 May 2024`. They leave no doubt.
  static func spokenDay(_ text: String) -> Int? {
    let words = words(of: text)
    guard words.count == 3, words[2].utf8.count == 4, let year = year(words[2]) else { return nil }
    let (name, digits) = number(words[0]) == nil ? (words[0], words[1]) : (words[1], words[0])
    guard number(name) == nil, let month = month(name), digits.utf8.count <= 2,
      let day = number(digits)
    else { return nil }
    let code = year * 10_000 + month * 100 + day
    return Day(code: code) == nil ? nil : code
  }

  /// A day in a file that says how it writes days.
  package static func day(_ text: String, _ dates: DateNotation?) -> Int? {
    dates.map { $0.day(text) } ?? day(text)
  }

  /// A month in a file that says how it writes them.
  package static func yearAndMonth(_ text: String, _ dates: DateNotation?) -> Int? {
    dates.map { $0.yearAndMonth(text) } ?? yearAndMonth(text)
  }
}
