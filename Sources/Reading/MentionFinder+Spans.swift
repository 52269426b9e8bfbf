import Catalog
import QueryLanguage

extension MentionFinder {
  /// A part of a year: `first half of fy2024`, `third quarter of 2023`, `first six months of 2025`,
  /// `summer 2024`. A year without `fy` is a calendar year here, and that is said.
  func partOfYear(at start: Int) -> (Mention?, end: Int)? {
    guard let (months, middle) = season(at: start) ?? ordinalPart(at: start) else { return nil }
    var end = middle
    while end < tokens.count, isFiller(tokens[end]) { end += 1 }
    // `winter 2022-23` is of two years, and of one it is not said which.
    let isOfTwoYears = months.upperBound > 11
    if isOfTwoYears { return winter(months, start, end) }
    let isSeason = season(at: start) != nil
    guard let (year, after) = term(at: end),
      let first = isSeason ? january(of: year) : firstMonth(of: year)
    else { return nil }
    let from = first.advanced(by: months.lowerBound)
    let to = first.advanced(by: months.upperBound)
    var (mention, _) = range(.period(from), .period(to), start..<after)
    mention?.isOnePeriod = true
    if !isFiscal(year) {
      mention?.note = "\(text(start..<after)) read as \(from.label) – \(to.label)"
    }
    return (mention, after)
  }

  /// `winter 2022-23`, `winter of 2022-2023`: months of two years.
  private func winter(_ months: ClosedRange<Int>, _ start: Int, _ years: Int) -> (
    Mention?, end: Int
  )? {
    guard years < tokens.count, let (years, after) = range(at: years),
      case .range(let first, let last)? = years?.period, case .bareYear(let year) = first.value,
      case .bareYear(year + 1) = last.value
    else { return nil }
    let january = Period.month(1, of: year)
    var (mention, _) = range(
      .period(january.advanced(by: months.lowerBound)),
      .period(january.advanced(by: months.upperBound)),
      start..<after
    )
    mention?.isOnePeriod = true
    return (mention, after)
  }

  /// `ten years ago`: counted from the last whole year of what is counted.
  func yearsAgo(at start: Int) -> (Mention?, end: Int)? {
    guard start + 2 < tokens.count, let count = count(tokens[start]),
      let unit = tokens[start + 1].word, let ago = tokens[start + 2].word,
      lexicon.words(named: unit).contains(where: { $0.part == .key && $0.means == "fy" }),
      lexicon.words(named: ago).contains(where: { $0.part == .ago })
    else { return nil }
    var mention = Mention(text(start..<start + 3), span(start..<start + 3))
    mention.yearsAgo = count
    return (mention, start + 3)
  }

  /// `before and after may 2023`, `pre and post pandemic`: the months around, a year on each side.
  func around(at start: Int) -> (Mention?, end: Int)? {
    guard start + 3 < tokens.count, isSide("before", start), isSide("and", start + 1),
      isSide("after", start + 2)
    else { return nil }
    var first = start + 3
    while first < tokens.count, isFiller(tokens[first]) { first += 1 }
    guard first < tokens.count, let (when, end) = dayOrMonth(at: first) else { return nil }
    let month = Period(.month, containing: when.days.first)
    var (mention, _) = range(
      .period(month.advanced(by: -12)),
      .period(month.advanced(by: 12)),
      start..<end
    )
    mention?.note = "\(text(start..<end)) read as the twelve months on each side of \(month.label)"
    return (mention, end)
  }

  /// A month, a day, or an event that was on one.
  func dayOrMonth(at start: Int) -> (Period, end: Int)? {
    let named = nameOrPeriod(at: start)
    guard case .one(let term)? = named?.0?.period, case .period(let period) = term.value,
      period.unit == .month || period.unit == .day, var end = named?.end
    else { return nil }
    // `the may 2023 end of title 42`: an event of that month.
    if end < tokens.count, case .one(let event)? = nameOrPeriod(at: end)?.0?.period,
      case .period(let day) = event.value, period.days.contains(day.days)
    {
      end = nameOrPeriod(at: end)?.end ?? end
    }
    return (period, end)
  }

  private func isSide(_ side: String, _ place: Int) -> Bool {
    guard let word = tokens[place].word else { return false }
    return word == side
      || lexicon.words(named: word).contains { $0.part == .around && $0.means == side }
  }

  /// `first half`, `third quarter`, `last 3 months`: its months, counted from the first of a year.
  private func ordinalPart(at start: Int) -> (ClosedRange<Int>, end: Int)? {
    guard start + 1 < tokens.count, let word = tokens[start].word else { return nil }
    // `h1`, of six months.
    let half = lexicon.words(named: word).first { $0.part == .span && $0.means.contains("-") }
    let months = half?.means.split(separator: "-").compactMap { Int($0) } ?? []
    if months.count == 2 { return (months[0] - 1...months[1] - 1, start + 1) }
    guard let ordinal = lexicon.words(named: word).first(where: { $0.part == .ordinal }),
      let place = Int(ordinal.means), let (length, end) = length(at: start + 1)
    else { return nil }
    let first = place > 0 ? (place - 1) * length : 12 - length
    guard length > 0, first >= 0, first + length <= 12 else { return nil }
    return (first...first + length - 1, end)
  }

  /// `half`, `quarter`, `six months`: a number of months.
  private func length(at start: Int) -> (Int, end: Int)? {
    guard let word = tokens[start].word else { return months(at: start) }
    let words = lexicon.words(named: word)
    if let length = words.first(where: { $0.part == .span }).flatMap({ Int($0.means) }) {
      return (length, start + 1)
    }
    return months(at: start)
  }

  private func months(at start: Int) -> (Int, end: Int)? {
    guard start + 1 < tokens.count, let unit = tokens[start + 1].word,
      lexicon.words(named: unit).contains(where: { $0.part == .key && $0.means == "month" }),
      let count = count(tokens[start])
    else { return nil }
    return (count, start + 2)
  }

  /// `6`, `six`.
  func count(_ token: Token) -> Int? {
    if let count = Int(text(of: token)) { return count }
    return token.word.flatMap { word in
      lexicon.words(named: word).first { $0.part == .numeral }.flatMap { Int($0.means) }
    }
  }

  /// A word between a part of a year and the year.
  func isFiller(_ token: Token) -> Bool {
    switch token.kind {
    case .word("of"), .word("de"), .word("del"), .word("in"), .word("the"): true
    default: false
    }
  }

  private func isFiscal(_ year: PeriodTerm.Value) -> Bool {
    if case .period(let period) = year { period.unit == .fiscalYear } else { false }
  }

  /// The January in a year; `nil` where it is no year.
  private func january(of year: PeriodTerm.Value) -> Period? {
    switch year {
    case .bareYear(let number): .month(1, of: number)
    case .period(let period):
      switch period.unit {
      case .fiscalYear, .calendarYear: .month(1, of: period.code)
      default: nil
      }
    case .administration, .part: nil
    }
  }

  /// January of a calendar year, October before a fiscal one; `nil` where it is no year.
  private func firstMonth(of year: PeriodTerm.Value) -> Period? {
    switch year {
    case .bareYear(let number): .month(1, of: number)
    case .period(let period):
      switch period.unit {
      case .fiscalYear, .calendarYear: Period(.month, containing: period.days.first)
      default: nil
      }
    case .administration, .part: nil
    }
  }
}
