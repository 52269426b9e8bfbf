import Catalog

/// Words that periods are made of.
enum PeriodWords {
  /// 1 to 12 for `january`, `jan`, `sept`, `enero`.
  static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    if word == "sept" { return 9 }
    return monthNames.firstIndex {
      let name = $0.lowercased()
      return name == word || name.prefix(3) == word
    }.map { $0 + 1 } ?? SpanishMonth.number(word)
  }

  /// 1 to 4 for `q1`.
  static func quarter(_ word: String) -> Int? {
    guard word.utf8.count == 2, word.utf8.first == UInt8(ascii: "q") else { return nil }
    return word.last?.wholeNumberValue.flatMap { (1...4).contains($0) ? $0 : nil }
  }

  /// `fy2024`, `fy24`, `cy2024` in one word.
  static func year(_ word: String) -> Period? {
    let unit: TimeUnit
    switch word.prefix(2) {
    case "fy": unit = .fiscalYear
    case "cy": unit = .calendarYear
    default: return nil
    }
    let digits = word.dropFirst(2)
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits) else {
      return nil
    }
    return year(number, digits: digits.utf8.count).map { Period(unit, code: $0) }
  }

  /// A year of four digits, or of two: 1950 to 2049.
  static func year(_ number: Int, digits: Int) -> Int? {
    switch digits {
    case 2: number >= 50 ? 1900 + number : 2000 + number
    case 4 where (1000...2999).contains(number): number
    default: nil
    }
  }
}
