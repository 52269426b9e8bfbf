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
    guard let behind = joint(middle, isBetween: isBehindBetween(start)), behind < tokens.count
    else { return (first, middle) }
    if let (last, end) = single(at: skippingEnd(behind)), isComparable(first, last) {
      return (.range(filled(first, from: last), last), end)
    }
    if let (last, end) = shortYear(behind, after: first) { return (.range(first, last), end) }
    return (first, middle)
  }

  /// `last fiscal year (2024)`: the year that is meant.
  private func toldYear(_ time: SpokenTime, _ end: Int) -> Found? {
    guard case .relative(let words) = time, ["lastfy", "lastyear", "lastcy"].contains(words),
      end + 2 < tokens.count, tokens[end].text == "(", tokens[end + 2].text == ")",
      let year = yearNumber(end + 1)
    else { return nil }
    switch words {
    case "lastfy": return (.period(.fiscalYear(year)), end + 3)
    case "lastcy": return (.period(.calendarYear(year)), end + 3)
    default: return (.year(year), end + 3)
    }
  }

  // MARK: Ranges

  private func isBehindBetween(_ start: Int) -> Bool {
    start > 0 && lexicon.word(tokens[start - 1].lower, .between) != nil
      || start > 0 && tokens[start - 1].lower == "between"
  }

  /// After `to`, `through`, `–`, `until`; `and` after `between`.
  private func joint(_ place: Int, isBetween: Bool) -> Int? {
    guard place < tokens.count else { return nil }
    let token = tokens[place]
    switch token.lower {
    case "to", "through", "thru", "\u{2013}", "until", "till": return place + 1
    case "-": return token.isBehindSpace ? nil : place + 1
    case "and": return isBetween ? place + 1 : nil
    default: return nil
    }
  }

  /// `the end of`, `the end of the`.
  private func skippingEnd(_ place: Int) -> Int {
    var place = place
    while place < tokens.count, ["the", "end", "of", "late", "early"].contains(tokens[place].lower)
    {
      place += 1
    }
    return place
  }

  /// `20` in `FY2017-20`, `FY17-20`.
  private func shortYear(_ place: Int, after first: SpokenTime) -> Found? {
    guard tokens[place].kind == .number, tokens[place].text.utf8.count == 2,
      let short = Int(tokens[place].text)
    else { return nil }
    switch first {
    case .year(let year) where short > year % 100:
      return (.year(year / 100 * 100 + short), place + 1)
    case .period(let period)
    where [.fiscalYear, .calendarYear].contains(period.unit) && short > period.code % 100:
      return (.period(Period(period.unit, code: period.code / 100 * 100 + short)), place + 1)
    default: return nil
    }
  }

  /// Whether two times can be the ends of one: months with months, years with years.
  private func isComparable(_ first: SpokenTime, _ last: SpokenTime) -> Bool {
    switch (first, last) {
    case (.relative, _), (_, .relative), (.range, _), (_, .range), (.since, _), (_, .since): false
    case (.year, .month), (.month, .year): false
    default: true
    }
  }

  /// `May to November 2024`: the first has the year of the last, or the one before. `FY1980–2024`:
  /// the last is a fiscal year as well.
  private func filled(_ first: SpokenTime, from last: SpokenTime) -> SpokenTime {
    guard case .month(let month) = first, case .period(let period) = last, period.unit == .month
    else { return first }
    let year = period.code / 100
    return .period(.month(month, of: month <= period.code % 100 ? year : year - 1))
  }

  // MARK: Single times

  private func single(at start: Int) -> Found? {
    guard start < tokens.count else { return nil }
    let found =
      isoDate(at: start) ?? ordinalDay(at: start) ?? partOfYear(at: start) ?? yearOfKind(at: start) ?? monthName(at: start)
      ?? dayOfMonth(at: start) ?? relative(at: start) ?? year(at: start)
    guard let found else { return nil }
    return found
  }

  /// `2023-11-02`.
  private func isoDate(at start: Int) -> Found? {
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

  /// `fiscal year 2024`, `fiscal 2024`, `FY24`, `FY 2024`, `calendar 2024`.
  private func yearOfKind(at start: Int) -> Found? {
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

  /// `twenty twenty-three`, `nineteen seventy`; behind `fiscal` also `twenty-five`.
  private func spokenYear(_ place: Int) -> (Int, end: Int)? {
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

  /// `from twenty-four to twenty-five`.
  private func spokenYears(at start: Int) -> Found? {
    guard start > 0, tokens[start - 1].lower == "from", tokens[start].kind == .word,
      let (first, middle) = wholeCount(start), middle + 1 < tokens.count,
      tokens[middle].lower == "to", tokens[middle + 1].kind == .word,
      let (last, end) = wholeCount(middle + 1), (20...59).contains(first),
      first < last, last <= min(59, first + 10),
      end == tokens.count || tokens[end].kind == .sign || lexicon.word(tokens[end].lower, .and) != nil
    else { return nil }
    return (.range(.year(2000 + first), .year(2000 + last)), end)
  }

  private func fullYear(_ year: Int, _ digits: Int) -> Int? {
    switch digits {
    case 4 where (1890...2060).contains(year): year
    case 2: year < 60 ? 2000 + year : 1900 + year
    default: nil
    }
  }

  /// `2024`, alone; no number with a sign beside it.
  private func year(at start: Int) -> Found? {
    let token = tokens[start]
    if let (year, end) = spokenYear(start), (1890...2060).contains(year), end > start + 1 {
      return (.year(year), end)
    }
    guard token.kind == .number, token.text.utf8.count == 4, let year = Int(token.text),
      (1890...2060).contains(year), !isPartOfCode(start)
    else { return nil }
    return (.year(year), start + 1)
  }

  private func isPartOfCode(_ place: Int) -> Bool {
    if place > 0, ["$", "#"].contains(tokens[place - 1].text) { return true }
    let next = place + 1 < tokens.count ? tokens[place + 1] : nil
    guard let next, !next.isBehindSpace else { return false }
    return next.text == "%" || next.kind == .word && next.lower != "s"
  }

  /// The number of a month, by its name, which begins with a capital letter.
  private func month(_ place: Int) -> Int? {
    guard place < tokens.count, tokens[place].kind == .word else { return nil }
    // In small letters a name in full is one, and a short one before a year; `may` and `march` are
    // none.
    if !tokens[place].isCapital {
      guard
        !["may", "march", "mar"].contains(tokens[place].lower) || yearNumber(place + 1) != nil
          || isBehindPreposition(place),
        tokens[place].text.utf8.count > 4 || ["june", "july"].contains(tokens[place].lower)
          || yearNumber(place + 1) != nil
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
  private func monthName(at start: Int) -> Found? {
    var first = start
    if ["last", "this"].contains(tokens[start].lower) { first += 1 }
    guard let month = month(first) else { return nil }
    var place = first + 1
    if place < tokens.count, tokens[place].text == ".", tokens[first].text.utf8.count <= 4 {
      place += 1
    }
    if first > start { return (.month(month), place) }
    // A day, and the year after it.
    if place < tokens.count, tokens[place].kind == .number, let day = Int(tokens[place].text),
      day <= 31,
      tokens[place].text.utf8.count <= 2, !isPercentBehind(place)
    {
      var behind = place + 1
      if behind < tokens.count, tokens[behind].text == "," { behind += 1 }
      if let year = yearNumber(behind), let date = Day(year: year, month: month, day: day) {
        return (.period(.day(date)), behind + 1)
      }
      return (.relative("day \(month) \(day)"), place + 1)
    }
    var behind = place
    if behind < tokens.count, ["of", ",", "'"].contains(tokens[behind].lower) { behind += 1 }
    if let year = yearNumber(behind) { return (.period(.month(month, of: year)), behind + 1) }
    if behind < tokens.count, let (year, end) = spokenYear(behind), end > behind + 1 {
      return (.period(.month(month, of: year)), end)
    }
    if behind == place + 1, tokens[place].text == "'", let year = Int(tokens[behind].text),
      let full = fullYear(year, tokens[behind].text.utf8.count)
    {
      return (.period(.month(month, of: full)), behind + 1)
    }
    for length in (1...4).reversed() where behind + length <= tokens.count {
      guard let word = lexicon.word(text(behind..<behind + length), .yearBack),
        let years = Int(word.means)
      else { continue }
      return (.monthOf(month, yearsBack: years), behind + length)
    }
    return (.month(month), place)
  }

  /// Whether a word before a month precedes no verb: `from may to july`.
  private func isBehindPreposition(_ place: Int) -> Bool {
    place > 0 && ["from", "in", "since", "until", "through"].contains(tokens[place - 1].lower)
  }

  private func isPercentBehind(_ place: Int) -> Bool {
    guard place + 1 < tokens.count else { return false }
    let next = tokens[place + 1]
    return next.text == "%" || lexicon.word(next.lower, .unit) != nil
  }

  private func yearNumber(_ place: Int) -> Int? {
    guard place < tokens.count, tokens[place].kind == .number, tokens[place].text.utf8.count == 4,
      let year = Int(tokens[place].text), (1890...2060).contains(year)
    else { return nil }
    return year
  }

  /// `12 May 2023`, `18 July`.
  private func dayOfMonth(at start: Int) -> Found? {
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
  private func ordinalDay(at start: Int) -> Found? {
    let first = tokens[start].lower == "the" ? start + 1 : start
    guard first + 2 < tokens.count, tokens[first + 1].lower == "of",
      let month = month(first + 2), let day = ordinal(tokens[first].lower), (1...31).contains(day)
    else { return nil }
    if let year = yearNumber(first + 3), let date = Day(year: year, month: month, day: day) {
      return (.period(.day(date)), first + 4)
    }
    return (.relative("day \(month) \(day)"), first + 3)
  }

  private func ordinal(_ word: String) -> Int? {
    if ["st", "nd", "rd", "th"].contains(word.suffix(2)), let number = Int(word.dropLast(2)) {
      return number
    }
    return lexicon.word(word, .ordinal).flatMap { Int($0.means) }
  }

  /// `the first half of 2024`, `first six months of 2023`, `Q1 FY2025`, `third quarter of fiscal
  /// 2024`.
  private func partOfYear(at start: Int) -> Found? {
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
        return (
          .range(.period(.month(season[0], of: number)), .period(.month(season[1], of: number))),
          year + 1
        )
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
  private func isOrdinalSpan(_ start: Int) -> Bool {
    lexicon.word(tokens[start].lower, .ordinal) != nil && start + 1 < tokens.count
      && lexicon.word(tokens[start + 1].lower, .span) != nil
  }

  private func part(_ number: Int, of length: Int) -> Range<Int>? {
    let first = number > 0 ? (number - 1) * length : 12 - length
    return length > 0 && first >= 0 && first + length <= 12 ? first..<first + length : nil
  }

  private func span(_ months: Range<Int>, of year: Period) -> SpokenTime {
    let start = Period(.month, containing: year.days.first)
    return .range(
      .period(start.advanced(by: months.lowerBound)),
      .period(start.advanced(by: months.upperBound - 1))
    )
  }

  private func count(_ word: String) -> Int? {
    Int(word) ?? lexicon.word(word, .numeral).flatMap { Int($0.means) }
  }

  /// `last month`, `a year earlier`, `so far this fiscal year`, `the last four fiscal years`.
  private func relative(at start: Int) -> Found? {
    if let found = same(at: start) ?? counted(at: start) { return found }
    for length in (1...lexicon.reach(tokens, from: start, most: 7)).reversed()
    where start + length <= tokens.count {
      let end = start + length
      guard tokens[start..<end].allSatisfy({ $0.kind != .sign || $0.text == "-" }) else { continue }
      let words = lexicon.words(text(start..<end))
      if let word = words.first(where: { $0.part == .relative }) {
        return (.relative(word.means), end)
      }
    }
    return nil
  }

  /// `the last three years`, `two years earlier`, `the past 12 months`, `in seven months`.
  private func counted(at start: Int) -> Found? {
    let isLast = ["last", "past", "previous", "these", "those"].contains(tokens[start].lower)
    // `in over three years`, `in more than a decade`.
    let place = isLast ? start + 1 : behindDegree(start)
    guard place + 1 < tokens.count,
      let (count, behind) = wholeCount(place)
        ?? (["a", "single"].contains(tokens[place].lower) ? (1, place + 1) : nil),
      (1...60).contains(count), behind < tokens.count
    else { return nil }
    var end = behind
    // `a 30-year high`.
    if !isLast, end + 1 < tokens.count, tokens[end].text == "-",
      let unit = lexicon.word(tokens[end + 1].lower, .key)?.means, ["fy", "month"].contains(unit)
    {
      return (.relative("in \(count) \(unit)"), end + 2)
    }
    if tokens[end].lower.hasPrefix("decade") {
      return isLast || start > 0 && tokens[start - 1].lower == "in"
        ? (.relative("\(isLast ? "last" : "in") \(count * 10) fy"), end + 1) : nil
    }
    let isFiscal = tokens[end].lower == "fiscal" || tokens[end].lower == "full"
    if isFiscal { end += 1 }
    guard end < tokens.count, let unit = lexicon.word(tokens[end].lower, .key)?.means,
      ["fy", "month"].contains(unit)
    else { return nil }
    end += 1
    if isLast {
      return tokens[start].lower == "these" || tokens[start].lower == "those"
        ? nil : (.relative("last \(count) \(unit)"), end)
    }
    if end < tokens.count, lexicon.word(tokens[end].lower, .earlier) != nil {
      return (.relative("back \(count) \(unit)"), end + 1)
    }
    if end < tokens.count, tokens[end].lower == "later" {
      return (.relative("ahead \(count) \(unit)"), end + 1)
    }
    return start > 0 && ["in", "within", "over", "during"].contains(tokens[start - 1].lower)
      ? (.relative("in \(count) \(unit)"), end) : nil
  }

  /// A number with the place after it, `twenty-five` included.
  private func wholeCount(_ place: Int) -> (Int, end: Int)? {
    guard let first = count(tokens[place].lower) else { return nil }
    if first >= 20, first % 10 == 0, place + 2 < tokens.count, tokens[place + 1].text == "-",
      let more = count(tokens[place + 2].lower), more < 10
    {
      return (first + more, place + 3)
    }
    return (first, place + 1)
  }

  /// The place after words that say how exactly a number is meant, where `in` precedes them.
  private func behindDegree(_ start: Int) -> Int {
    guard start > 0, ["in", "within"].contains(tokens[start - 1].lower) else { return start }
    for length in (1...2).reversed() where start + length < tokens.count {
      if lexicon.word(text(start..<start + length), .degree) != nil { return start + length }
    }
    return start
  }

  /// `the same nine months of the year before`, `the same month of 2023`, `the same period in
  /// fiscal 2024`.
  private func same(at start: Int) -> Found? {
    var place = tokens[start].lower == "the" ? start + 1 : start
    guard place + 2 < tokens.count, tokens[place].lower == "same" else { return nil }
    place += 1
    if count(tokens[place].lower) != nil { place += 1 }
    guard place + 1 < tokens.count,
      ["month", "months", "period", "time", "quarter", "stretch", "span"].contains(
        tokens[place].lower
      )
    else { return nil }
    place += 1
    if ["of", "in", "during", "from"].contains(tokens[place].lower) { place += 1 }
    guard place < tokens.count else { return nil }
    if let (time, end) = yearOfKind(at: place) ?? year(at: place) {
      switch time {
      case .period(let year):
        let kind = year.unit == .fiscalYear ? "fy" : "cy"
        return (.relative("sameof \(kind) \(year.code)"), end)
      case .year(let year): return (.relative("sameof cy \(year)"), end)
      default: return nil
      }
    }
    for length in (1...5).reversed() where place + length <= tokens.count {
      let words = lexicon.words(text(place..<place + length))
      if words.contains(where: {
        $0.part == .relative && ["yearbefore", "lastyear", "lastfy", "lastcy"].contains($0.means)
      }) {
        return (.relative("yearbefore"), place + length)
      }
    }
    return nil
  }

  private func text(_ own: Range<Int>) -> String {
    tokens[own].map(\.lower).joined(separator: " ")
  }
}
