import Catalog

/// Finds times among the tokens of a sentence.
struct TimeFinder {
  let tokens: [TextToken]

  let lexicon: TextLexicon

  typealias Found = (time: SpokenTime, end: Int)

  /// A time, or a range of two.
  func time(at start: Int) -> Found? {
    if let years = spokenYears(at: start) { return years }
    guard let (first, middle) = single(at: start) else { return nil }
    // `in fiscal 2024 so far`.
    if case .period(let year) = first, [.fiscalYear, .calendarYear].contains(year.unit),
      middle + 1 < tokens.count,
      ["so far", "to date"].contains(text(middle..<middle + 2))
    {
      return (.since(first), middle + 2)
    }
    if let told = toldYear(first, middle) { return told }
    guard let after = joint(middle, isBetween: isAfterBetween(start)), after < tokens.count
    else { return (first, middle) }
    if let (last, end) = single(at: skippingEnd(after)), isComparable(first, last) {
      return (.range(filled(first, from: last), last), end)
    }
    if let (last, end) = shortYear(after, after: first) { return (.range(first, last), end) }
    return (first, middle)
  }

  func single(at start: Int) -> Found? {
    guard start < tokens.count else { return nil }
    let found =
      isoDate(at: start) ?? ordinalDay(at: start) ?? partOfYear(at: start) ?? yearOfKind(at: start)
      ?? monthName(at: start)
      ?? dayOfMonth(at: start) ?? relative(at: start) ?? year(at: start)
    guard let found else { return nil }
    return found
  }

  /// `fiscal year 2024`, `fiscal 2024`, `FY24`, `FY 2024`, `calendar 2024`.
  func yearOfKind(at start: Int) -> Found? {
    let word = tokens[start].lower
    if word.hasPrefix("fy") || word.hasPrefix("cy"), word.utf8.count > 2,
      let year = Int(word.dropFirst(2)), let full = fullYear(year, word.utf8.count - 2)
    {
      return (.period(word.hasPrefix("fy") ? .fiscalYear(full) : .calendarYear(full)), start + 1)
    }
    let isFiscal = word == "fiscal" || word == "fy"
    guard isFiscal || word == "calendar" || word == "cy" else { return nil }
    var place = start + 1
    while place < tokens.count, ["year", "years", "'"].contains(tokens[place].lower) { place += 1 }
    if place < tokens.count, let (year, end) = spokenYear(place) {
      return (.period(isFiscal ? .fiscalYear(year) : .calendarYear(year)), end)
    }
    guard place < tokens.count, tokens[place].kind == .number, let year = Int(tokens[place].text),
      let full = fullYear(year, tokens[place].text.utf8.count)
    else { return nil }
    return (.period(isFiscal ? .fiscalYear(full) : .calendarYear(full)), place + 1)
  }

  /// `twenty twenty-three`, `nineteen seventy`; after `fiscal` also `twenty-five`.
  func spokenYear(_ place: Int) -> (Int, end: Int)? {
    guard tokens[place].kind == .word, let (first, middle) = wholeCount(place) else { return nil }
    let isKind = place > 0 && ["fiscal", "fy", "year"].contains(tokens[place - 1].lower)
    if middle < tokens.count, first == 19 || first == 20, let (last, end) = wholeCount(middle),
      (10...99).contains(last), tokens[middle].kind == .word
    {
      return (first * 100 + last, end)
    }
    return isKind && (10...59).contains(first) && tokens[place].kind == .word
      ? (2000 + first, middle) : nil
  }

  func fullYear(_ year: Int, _ digits: Int) -> Int? {
    switch digits {
    case 4 where (1890...2060).contains(year): year
    case 2: year < 60 ? 2000 + year : 1900 + year
    default: nil
    }
  }

  /// `2024`, alone; no number with a sign beside it.
  func year(at start: Int) -> Found? {
    let token = tokens[start]
    if let (year, end) = spokenYear(start), (1890...2060).contains(year), end > start + 1 {
      return (.year(year), end)
    }
    guard token.kind == .number, token.text.utf8.count == 4, let year = Int(token.text),
      (1890...2060).contains(year), !isPartOfCode(start)
    else { return nil }
    return (.year(year), start + 1)
  }

  func isPartOfCode(_ place: Int) -> Bool {
    if place > 0, ["$", "#"].contains(tokens[place - 1].text) { return true }
    let next = place + 1 < tokens.count ? tokens[place + 1] : nil
    guard let next, !next.isAfterSpace else { return false }
    return next.text == "%" || next.kind == .word && next.lower != "s"
  }

  func count(_ word: String) -> Int? {
    Int(word) ?? lexicon.word(word, .numeral).flatMap { Int($0.means) }
  }

  func text(_ own: Range<Int>) -> String {
    tokens[own].map(\.lower).joined(separator: " ")
  }
}
