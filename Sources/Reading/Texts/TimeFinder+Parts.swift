import Catalog

/// Parts of a year.
extension TimeFinder {
  /// `the first half of 2024`, `first six months of 2023`, `Q1 FY2025`, `third quarter of fiscal
  /// 2024`.
  func partOfYear(at start: Int) -> Found? {
    let word = tokens[start].lower
    var months: Range<Int>?
    var place = start + 1
    if word.utf8.count == 2, word.hasPrefix("q"), let quarter = Int(word.dropFirst()),
      (1...4) ~= quarter
    {
      months = (quarter - 1) * 3..<quarter * 3
    } else if let ordinal = lexicon.word(word, .ordinal), let number = Int(ordinal.means),
      place < tokens.count
    {
      if let length = lexicon.word(tokens[place].lower, .span).flatMap({ Int($0.means) }) {
        months = part(number, of: length)
        place += 1
      } else if place + 1 < tokens.count, let count = count(tokens[place].lower),
        ["month", "months"].contains(tokens[place + 1].lower)
      {
        months = part(number, of: count)
        place += 2
      }
    }
    if months == nil,
      let season = lexicon.word(word, .season)?.means.split(separator: "-").compactMap({ Int($0) }),
      season.count == 2, place + 1 < tokens.count
    {
      let year = tokens[place].lower == "of" ? place + 1 : place
      if let number = yearNumber(year) {
        // Winter ends in the year after.
        let first = Period.month(season[0], of: number)
        let last = first.advanced(by: season[1] - season[0])
        return (.range(.period(first), .period(last)), year + 1)
      }
    }
    guard let months else { return nil }
    let isAlone = start > 0 && tokens[start - 1].lower == "the" && isOrdinalSpan(start)
    let alone: Found = (.relative("part \(months.lowerBound) \(months.upperBound)"), start + 2)
    while place < tokens.count, ["of", "the", "in"].contains(tokens[place].lower) { place += 1 }
    guard place < tokens.count else { return isAlone ? alone : nil }
    if let (time, end) = yearOfKind(at: place), case .period(let year) = time {
      return (span(months, of: year), end)
    }
    if let year = yearNumber(place) {
      return (span(months, of: .calendarYear(year)), place + 1)
    }
    if tokens[place].lower == "this", place + 2 < tokens.count, tokens[place + 1].lower == "fiscal"
    {
      return (.relative("fypart \(months.lowerBound) \(months.upperBound)"), place + 3)
    }
    // `two thirds fell in the first quarter`.
    return isAlone ? alone : nil
  }

  /// `first quarter`, `second half`.
  func isOrdinalSpan(_ start: Int) -> Bool {
    lexicon.word(tokens[start].lower, .ordinal) != nil && start + 1 < tokens.count
      && lexicon.word(tokens[start + 1].lower, .span) != nil
  }

  func part(_ number: Int, of length: Int) -> Range<Int>? {
    let first = number > 0 ? (number - 1) * length : 12 - length
    return length > 0 && first >= 0 && first + length <= 12 ? first..<first + length : nil
  }

  func span(_ months: Range<Int>, of year: Period) -> SpokenTime {
    let start = Period(.month, containing: year.days.first)
    return .range(
      .period(start.advanced(by: months.lowerBound)),
      .period(start.advanced(by: months.upperBound - 1))
    )
  }
}
