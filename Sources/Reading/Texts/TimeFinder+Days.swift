import Catalog

/// Months and days.
extension TimeFinder {
  /// `2023-11-02`.
  func isoDate(at start: Int) -> Found? {
    guard start + 4 < tokens.count, tokens[start].text.utf8.count == 4,
      tokens[start + 1].text == "-",
      tokens[start + 3].text == "-", tokens[start + 2].text.utf8.count == 2,
      tokens[start + 4].text.utf8.count == 2,
      let period = Period(
        date: "\(tokens[start].text)-\(tokens[start + 2].text)-\(tokens[start + 4].text)"
      )
    else { return nil }
    return (.period(period), start + 5)
  }

  /// The number of a month, by its name, which begins with a capital letter.
  func month(_ place: Int) -> Int? {
    guard place < tokens.count, tokens[place].kind == .word else { return nil }
    // In small letters a name in full is one, and a short one before a year; `may` and `march` are
    // none.
    if !tokens[place].isCapital {
      guard
        !["may", "march", "mar"].contains(tokens[place].lower) || yearNumber(place + 1) != nil
          || isAfterPreposition(place),
        tokens[place].text.utf8.count > 4 || ["june", "july"].contains(tokens[place].lower)
          || yearNumber(place + 1) != nil || isAfterPreposition(place)
      else { return nil }
    }
    let word =
      tokens[place].lower.hasSuffix("'s")
      ? String(tokens[place].lower.dropLast(2)) : tokens[place].lower
    if word.utf8.count >= 3,
      let index = monthNames.firstIndex(where: { name in
        let name = name.lowercased()
        return name == word || word.utf8.count == 3 && name.hasPrefix(word)
          || word == "sept" && name == "september"
      })
    {
      // `May` the verb begins no sentence with a time.
      if word == "may" || word == "march", place == 0 || !tokens[place - 1].isCapital && place == 0,
        place + 1 < tokens.count, tokens[place + 1].kind == .word, month(place + 1) == nil,
        word == "may"
      {
        return nil
      }
      return index + 1
    }
    return nil
  }

  /// `January 2024`, `Jan. 14, 2025`, `January of last year`, `last July`, `May '20`.
  func monthName(at start: Int) -> Found? {
    var first = start
    if ["last", "this"].contains(tokens[start].lower) { first += 1 }
    // `this year's June`.
    if first > start, start + 2 < tokens.count, tokens[first].lower == "year's",
      let month = month(start + 2)
    {
      return (.monthOf(month, yearsBack: tokens[start].lower == "last" ? 1 : 0), start + 3)
    }
    guard let month = month(first) else { return nil }
    var place = first + 1
    if place < tokens.count, tokens[place].text == ".", tokens[first].text.utf8.count <= 4 {
      place += 1
    }
    if first > start { return (.month(month), place) }
    // A day, and the year after it.
    if place < tokens.count, tokens[place].kind == .number, let day = Int(tokens[place].text),
      day <= 31,
      tokens[place].text.utf8.count <= 2, !isPercentAfter(place)
    {
      var after = place + 1
      if after < tokens.count, tokens[after].text == "," { after += 1 }
      if let year = yearNumber(after), let date = Day(year: year, month: month, day: day) {
        return (.period(.day(date)), after + 1)
      }
      return (.relative("day \(month) \(day)"), place + 1)
    }
    var after = place
    if after < tokens.count, ["of", ",", "'"].contains(tokens[after].lower) { after += 1 }
    if let year = yearNumber(after) { return (.period(.month(month, of: year)), after + 1) }
    if after < tokens.count, let (year, end) = spokenYear(after), end > after + 1 {
      return (.period(.month(month, of: year)), end)
    }
    if after == place + 1, tokens[place].text == "'", let year = Int(tokens[after].text),
      let full = fullYear(year, tokens[after].text.utf8.count)
    {
      return (.period(.month(month, of: full)), after + 1)
    }
    for length in (1...4).reversed() where after + length <= tokens.count {
      guard let word = lexicon.word(text(after..<after + length), .yearBack) else { continue }
      // `in November of the year before`: before the time of the statement, not of the text.
      if word.means.hasPrefix("told ") {
        return (.relative("monthback \(month) \(word.means.dropFirst(5))"), after + length)
      }
      guard let years = Int(word.means) else { continue }
      return (.monthOf(month, yearsBack: years), after + length)
    }
    return (.month(month), place)
  }

  /// Whether a word before a month precedes no verb: `from may to july`.
  func isAfterPreposition(_ place: Int) -> Bool {
    place > 0 && ["from", "in", "since", "until", "through"].contains(tokens[place - 1].lower)
  }

  func isPercentAfter(_ place: Int) -> Bool {
    guard place + 1 < tokens.count else { return false }
    let next = tokens[place + 1]
    return next.text == "%" || lexicon.word(next.lower, .unit) != nil
  }

  func yearNumber(_ place: Int) -> Int? {
    guard place < tokens.count, tokens[place].kind == .number, tokens[place].text.utf8.count == 4,
      let year = Int(tokens[place].text), (1890...2060).contains(year)
    else { return nil }
    return year
  }

  /// `12 May 2023`, `18 July`.
  func dayOfMonth(at start: Int) -> Found? {
    guard tokens[start].kind == .number, tokens[start].text.utf8.count <= 2,
      let day = Int(tokens[start].text), (1...31).contains(day), let month = month(start + 1)
    else { return nil }
    var place = start + 2
    if place < tokens.count, tokens[place].text == ".", tokens[start + 1].text.utf8.count <= 4 {
      place += 1
    }
    if let year = yearNumber(place), let date = Day(year: year, month: month, day: day) {
      return (.period(.day(date)), place + 1)
    }
    return (.relative("day \(month) \(day)"), place)
  }

  /// `the fourth of April`, `4th of April 2026`.
  func ordinalDay(at start: Int) -> Found? {
    let first = tokens[start].lower == "the" ? start + 1 : start
    guard first + 2 < tokens.count, tokens[first + 1].lower == "of",
      let month = month(first + 2), let day = ordinal(tokens[first].lower), (1...31).contains(day)
    else { return nil }
    if let year = yearNumber(first + 3), let date = Day(year: year, month: month, day: day) {
      return (.period(.day(date)), first + 4)
    }
    return (.relative("day \(month) \(day)"), first + 3)
  }

  func ordinal(_ word: String) -> Int? {
    if ["st", "nd", "rd", "th"].contains(word.suffix(2)), let number = Int(word.dropLast(2)) {
      return number
    }
    return lexicon.word(word, .ordinal).flatMap { Int($0.means) }
  }
}
