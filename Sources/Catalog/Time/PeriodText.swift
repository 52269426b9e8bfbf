/// Periods as publishers write them, in many forms. In a file of ours they have one form:
/// ``PublishedTime/code(of:)-(String)``.
package enum PeriodText {
  /// `2024`, `FY2024`, `FY24`, `2026 (FYTD)`.
  package static func fiscalYear(_ text: String) -> Int? {
    var words = words(of: text.uppercased())
    if endsInToDate(words) { words.removeLast() }
    if words.count == 2, words[0] == "FY" { words.removeFirst() }
    guard words.count == 1 else { return nil }
    let digits = withoutZeros(words[0].hasPrefix("FY") ? String(words[0].dropFirst(2)) : words[0])
    guard let year = number(digits) else { return nil }
    if digits.utf8.count == 2, digits != words[0] { return year < 50 ? 2000 + year : 1900 + year }
    return digits.utf8.count == 4 && FiscalCalendar.years.contains(year) ? year : nil
  }

  /// Whether a year is marked as a year to date: `2026 (FYTD)`.
  package static func isToDate(_ text: String) -> Bool {
    endsInToDate(words(of: text.uppercased()))
  }

  private static func endsInToDate(_ words: [String]) -> Bool {
    words.last == "FYTD" || words.last == "YTD"
  }

  /// `2024`, `CY2024`.
  package static func calendarYear(_ text: String) -> Int? {
    let text = text.uppercased()
    let digits = withoutZeros(text.hasPrefix("CY") ? String(text.dropFirst(2)) : text)
    guard let year = number(digits), digits.utf8.count == 4, FiscalCalendar.years.contains(year)
    else {
      return nil
    }
    return year
  }

  /// `OCT`, `October`, `10`; and `01 October`, in which the first month of a fiscal year has the
  /// number 1.
  package static func month(_ text: String) -> Int? {
    let plain = withoutZeros(text)
    if let month = number(plain) {
      return plain.utf8.count <= 2 && (1...12).contains(month) ? month : nil
    }
    let words = text.split(separator: " ")
    let isNumbered = words.count == 2 && number(String(words[0])).map((1...12).contains) == true
    let word = (isNumbered ? String(words[1]) : text).lowercased()
    guard word.utf8.count >= 3 else { return nil }
    let names = monthNames.map { $0.lowercased() }
    return names.firstIndex { $0.hasPrefix(word) || word == "sept" && $0 == "september" }
      .map { $0 + 1 } ?? SpanishMonth.number(word)
  }

  /// The code of a month, 202405: `2024-05`, `2024-05-12`, `5/12/2024`, `May 2024`, `May-24`.
  package static func yearAndMonth(_ text: String) -> Int? {
    if let day = day(text) { return day / 100 }
    let words = words(of: text)
    guard words.count == 2 else { return nil }
    if let year = year(words[0]), let month = month(words[1]), words[0].utf8.count == 4 {
      return year * 100 + month
    }
    guard let month = month(words[0]), number(words[0]) == nil || words[1].utf8.count == 4,
      let year = year(words[1])
    else { return nil }
    return year * 100 + month
  }

  /// The code of a day, 20240512: `2024-05-12`, with or without a time after it, `5/12/2024`,
  /// `2024/05/12`, `May 12, 2024`, `12 May 2024`, `12-May-2024`.
  package static func day(_ text: String) -> Int? {
    let date = text.split { $0 == "T" || $0 == " " }.first.map(String.init) ?? text
    let parts = date.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
      .map(String.init)
    guard parts.count == 3, let first = number(parts[0]), let second = number(parts[1]),
      let third = number(parts[2])
    else { return spokenDay(text) }
    guard parts.allSatisfy({ $0.utf8.count <= 2 || $0.utf8.count == 4 }) else { return nil }
    // Either the year first, or month and day first as in the United States.
    let code: Int
    if parts[0].utf8.count == 4 {
      code = first * 10_000 + second * 100 + third
    } else if parts[2].utf8.count == 4, date.contains("/") {
      code = third * 10_000 + first * 100 + second
    } else {
      return nil
    }
    return FiscalCalendar.years.contains(code / 10_000) && Day(code: code) != nil ? code : nil
  }

  /// The date that a spreadsheet means by a number such as `44562`, where it would be one of these
  /// times.
  package static func serialDay(_ text: String) -> String? {
    serialDayCode(text).map { Period(.day, code: $0).exported }
  }

  /// The same as the code of a day.
  static func serialDayCode(_ text: String) -> Int? {
    guard let serial = number(withoutZeros(text)), (30_000...60_000).contains(serial) else {
      return nil
    }
    return Day(number: serial - 25_569).code
  }

  /// `2022` for `2022.0`, as some programs write whole numbers.
  private static func withoutZeros(_ text: String) -> String {
    text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  static func year(_ text: String) -> Int? {
    guard let number = number(text) else { return nil }
    if text.utf8.count == 2 { return number < 50 ? 2000 + number : 1900 + number }
    return text.utf8.count == 4 && FiscalCalendar.years.contains(number) ? number : nil
  }

  static func number(_ text: String) -> Int? {
    let isPlain = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isPlain && text.utf8.count <= 8 ? Int(text) : nil
  }

  static func words(of text: String) -> [String] {
    // A sign that begins or ends a text, or comes twice, separates nothing.
    let isSign = { (letter: Character) in "-/_,".contains(letter) }
    let isOdd =
      [text.first, text.last].contains { $0.map(isSign) == true }
      || zip(text, text.dropFirst()).contains { isSign($0) && isSign($1) }
    return isOdd ? [] : text.split { " -/()_,".contains($0) }.map(String.init)
  }
}
