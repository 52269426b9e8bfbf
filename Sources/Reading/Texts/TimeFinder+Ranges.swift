import Catalog

/// Ranges of two times.
extension TimeFinder {
  /// `last fiscal year (2024)`: the year that is meant.
  func toldYear(_ time: SpokenTime, _ end: Int) -> Found? {
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

  func isAfterBetween(_ start: Int) -> Bool {
    start > 0 && lexicon.word(tokens[start - 1].lower, .between) != nil
      || start > 0 && tokens[start - 1].lower == "between"
  }

  /// After `to`, `through`, `–`, `until`; `and` after `between`.
  func joint(_ place: Int, isBetween: Bool) -> Int? {
    guard place < tokens.count else { return nil }
    let token = tokens[place]
    switch token.lower {
    case "to", "through", "thru", "\u{2013}", "until", "till": return place + 1
    case "-": return token.isAfterSpace ? nil : place + 1
    case "and": return isBetween ? place + 1 : nil
    default: return nil
    }
  }

  /// `the end of`, `the end of the`.
  func skippingEnd(_ place: Int) -> Int {
    var place = place
    while place < tokens.count, ["the", "end", "of", "late", "early"].contains(tokens[place].lower)
    {
      place += 1
    }
    return place
  }

  /// `20` in `FY2017-20`, `FY17-20`.
  func shortYear(_ place: Int, after first: SpokenTime) -> Found? {
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
  func isComparable(_ first: SpokenTime, _ last: SpokenTime) -> Bool {
    switch (first, last) {
    case (.relative, _), (_, .relative), (.range, _), (_, .range), (.since, _), (_, .since): false
    case (.year, .month), (.month, .year): false
    default: true
    }
  }

  /// `May to November 2024`: the first has the year of the last, or the one before. `FY1980–2024`:
  /// the last is a fiscal year as well.
  func filled(_ first: SpokenTime, from last: SpokenTime) -> SpokenTime {
    guard case .month(let month) = first, case .period(let period) = last, period.unit == .month
    else { return first }
    let year = period.code / 100
    return .period(.month(month, of: month <= period.code % 100 ? year : year - 1))
  }

  /// `from twenty-four to twenty-five`.
  func spokenYears(at start: Int) -> Found? {
    guard start > 0, tokens[start - 1].lower == "from", tokens[start].kind == .word,
      let (first, middle) = wholeCount(start), middle + 1 < tokens.count,
      tokens[middle].lower == "to", tokens[middle + 1].kind == .word,
      let (last, end) = wholeCount(middle + 1), (20...59).contains(first),
      first < last, last <= min(59, first + 10),
      end == tokens.count || tokens[end].kind == .sign
        || lexicon.word(tokens[end].lower, .and) != nil
    else { return nil }
    return (.range(.year(2000 + first), .year(2000 + last)), end)
  }
}
