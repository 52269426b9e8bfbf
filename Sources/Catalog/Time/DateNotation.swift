/// How a file writes its days and months, where it is not as usual: in which order day, month and
/// year are, in which century years of two digits are, or as the numbers of a spreadsheet.
package struct DateNotation: Sendable, Equatable {
  private enum Part { case day, month, year }

  /// As `--dates` takes it: `d/m/y`.
  package let text: String
  /// Empty where days are numbers of a spreadsheet.
  private let order: [Part]
  /// 19 or 20, where it is said.
  private let century: Int?

  /// Those that a file can be tried with that says nothing of them.
  package static let usual = ["m/d/y", "d/m/y", "y/m/d", "m/y", "y/m", "serial"].compactMap(
    DateNotation.init
  )

  /// Reads `d/m/y`, `dmy`, `dd.mm.yyyy`, `m/d/19y`, `m/y` or `serial`; `nil` for everything else.
  package init?(_ text: String) {
    self.text = text
    guard text != "serial" else {
      (order, century) = ([], nil)
      return
    }
    var (order, digits): ([Part], String) = ([], "")
    for letter in text.lowercased() where !"-/. ".contains(letter) {
      let part: Part
      switch letter {
      case "d": part = .day
      case "m": part = .month
      case "y": part = .year
      case "0"..."9" where order.last != .year:
        digits.append(letter)
        continue
      default: return nil
      }
      guard order.last != part else { continue }
      guard !order.contains(part) else { return nil }
      order.append(part)
      // A century is said right before the year.
      guard digits.isEmpty || part == .year else { return nil }
    }
    guard digits.isEmpty || ["17", "18", "19", "20"].contains(digits) else { return nil }
    guard order.contains(.month), order.contains(.year) else { return nil }
    self.order = order
    century = Int(digits)
  }

  /// The code of a day, 20240512.
  package func day(_ text: String) -> Int? {
    guard !order.isEmpty else { return PeriodText.serialDayCode(text) }
    guard order.contains(.day), let (year, month, day) = parts(of: text) else {
      return isYearFirst(text) ? PeriodText.day(text) : nil
    }
    let code = year * 10_000 + month * 100 + day
    return FiscalCalendar.years.contains(year) && Day(code: code) != nil ? code : nil
  }

  /// The code of a month, 202405, of a day or of a month by itself.
  package func yearAndMonth(_ text: String) -> Int? {
    if order.isEmpty || order.contains(.day) { return day(text).map { $0 / 100 } }
    guard let (year, month, _) = parts(of: text) else { return nil }
    return FiscalCalendar.years.contains(year) && (1...12).contains(month)
      ? year * 100 + month : nil
  }

  /// A year of four digits that comes first leaves no doubt, whatever others are written like.
  private func isYearFirst(_ text: String) -> Bool {
    text.prefix { $0.isNumber }.utf8.count == 4
  }

  private func parts(of text: String) -> (year: Int, month: Int, day: Int)? {
    // A time of the day may be after it.
    let date = text.split { $0 == "T" || $0 == " " }.first.map(String.init) ?? ""
    var words = date.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
      .map(String.init)
    if words.count == 1 { words = Self.cut(date, order) }
    guard words.count == order.count else { return nil }
    var (year, month, day): (Int?, Int?, Int?) = (nil, nil, 1)
    for (part, word) in zip(order, words) {
      switch part {
      case .day: day = word.utf8.count <= 2 ? PeriodText.number(word) : nil
      case .month: month = PeriodText.month(word)
      case .year: year = self.year(word)
      }
    }
    guard let year, let month, let day else { return nil }
    return (year, month, day)
  }

  /// `20240512` or `240512` cut into its parts.
  private static func cut(_ digits: String, _ order: [Part]) -> [String] {
    let short = order.count * 2
    guard PeriodText.number(digits) != nil, [short, short + 2].contains(digits.utf8.count) else {
      return []
    }
    var rest = digits[...]
    return order.map { part in
      let width = part == .year && digits.utf8.count > short ? 4 : 2
      defer { rest = rest.dropFirst(width) }
      return String(rest.prefix(width))
    }
  }

  private func year(_ text: String) -> Int? {
    guard let number = PeriodText.number(text) else { return nil }
    if text.utf8.count == 4 { return number }
    guard text.utf8.count == 2 else { return nil }
    return (century ?? (number < 50 ? 20 : 19)) * 100 + number
  }
}
