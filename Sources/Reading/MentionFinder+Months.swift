import Catalog
import QueryLanguage

/// Months: of a year that is said, and the newest where none is.
extension MentionFinder {
  /// `oct-mar fy25`, `january to june 2024`: months of a year. Those of a fiscal year are in its
  /// own order.
  func monthsOfYear(at start: Int) -> (Mention?, end: Int)? {
    guard let first = month(at: start), start + 3 < tokens.count, isBetween(tokens[start + 1]),
      let last = month(at: start + 2), let (year, end) = term(at: start + 3)
    else { return nil }
    let from: Period
    let to: Period
    switch year {
    case .bareYear(let number):
      // `oct through sep 2022` begins in the year before.
      (from, to) = (
        .month(first, of: first <= last ? number : number - 1), .month(last, of: number)
      )
    case .period(let own) where own.unit == .fiscalYear || own.unit == .calendarYear:
      let months = (0..<12).map { Period(.month, containing: own.days.first).advanced(by: $0) }
      guard let begin = months.first(where: { $0.days.first.date.month == first }),
        let end = months.first(where: { $0.days.first.date.month == last }), begin <= end
      else { return nil }
      (from, to) = (begin, end)
    case .period, .administration, .part: return nil
    }
    var (mention, _) = range(.period(from), .period(to), start..<end)
    mention?.isOnePeriod = true
    return (mention, end)
  }

  /// `december fy24`, `december of fiscal year 2024`: a month of a fiscal year.
  func monthOfFiscalYear(at start: Int) -> (Mention?, end: Int)? {
    guard let month = month(at: start) else { return nil }
    var next = start + 1
    while next < tokens.count, isFiller(tokens[next]) { next += 1 }
    guard case (.period(let year), let end)? = term(at: next), year.unit == .fiscalYear else {
      return nil
    }
    let first = Period(.month, containing: year.days.first)
    let own = (0..<12).map { first.advanced(by: $0) }.first { $0.days.first.date.month == month }
    guard let own else { return nil }
    var mention = Mention(text(start..<end), span(start..<end))
    mention.period = .one(PeriodTerm(.period(own), at: mention.span))
    mention.note = "\(mention.text) read as \(own.label)"
    // `through august of fy2024`: that year up to it.
    if start > 0, let word = tokens[start - 1].word,
      Keywords.contains(word) || lexicon.words(named: word).contains(where: { $0.part == .place }),
      isBetween(tokens[start - 1]), first < own
    {
      mention = range(.period(first), .period(own), start..<end).0 ?? mention
      mention.isOnePeriod = true
      mention.note = "through \(mention.text) read as \(first.label) – \(own.label)"
    }
    return (mention, end)
  }

  func month(at place: Int) -> Int? {
    guard place < tokens.count, let word = tokens[place].word else { return nil }
    let spelled = lexicon.words(named: word).first { $0.part == .month }?.means ?? word
    return Keywords.isPeriodWord(spelled) ? PeriodText.month(spelled) : nil
  }

  /// `last winter`, `last june`: the newest that are held.
  func lastMonths(at start: Int) -> (Mention?, end: Int)? {
    guard let word = tokens[start].word,
      lexicon.words(named: word).contains(where: { $0.part == .ordinal && $0.means == "-1" })
    else { return nil }
    return months(at: start + 1, from: start)
  }

  /// `january`, without a year: the newest that is held.
  func monthAlone(at start: Int) -> (Mention?, end: Int)? { months(at: start, from: start) }

  /// `oct 24`: figures are of months, and so the number is a year. What can be no year of this
  /// century, or has one after it, is a day.
  func monthOfShortYear(at start: Int) -> (Mention?, end: Int)? {
    guard let (term, end) = monthWithShortYear(at: start), case .period(let month) = term else {
      return nil
    }
    var mention = Mention(text(start..<end), span(start..<end))
    mention.period = .one(PeriodTerm(term, at: mention.span))
    mention.note = "\(mention.text) read as \(month.label)"
    return (mention, end)
  }

  func monthWithShortYear(at start: Int) -> (PeriodTerm.Value, end: Int)? {
    guard let month = month(at: start), start + 1 < tokens.count,
      case .number(let literal) = tokens[start + 1].kind, literal.length == 2,
      let short = literal.plainInteger, (10...Self.lastShortYear).contains(short),
      term(at: start) == nil, term(at: start + 2) == nil
    else { return nil }
    return (.period(.month(month, of: 2000 + short)), start + 2)
  }

  /// No year after 2000 is written later with two figures.
  private static let lastShortYear = 30

  private func months(at first: Int, from start: Int) -> (Mention?, end: Int)? {
    guard first < tokens.count else { return nil }
    let months: ClosedRange<Int>
    if let month = month(at: first) {
      months = month...month
    } else if first > start, let season = season(at: first)?.0 {
      months = season.lowerBound + 1...season.upperBound + 1
    } else {
      return nil
    }
    var mention = Mention(text(start..<first + 1), span(start..<first + 1))
    mention.months = months
    return (mention, first + 1)
  }
}
