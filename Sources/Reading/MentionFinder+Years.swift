import Catalog
import QueryLanguage

extension MentionFinder {
  /// `2019-2023`, `2000 to 2010`, `1990s`.
  func range(at start: Int) -> (Mention?, end: Int)? {
    if let word = tokens[start].word, word.hasSuffix("s"), let number = Int(word.dropLast()) {
      // `the 30s`; of this century people write all four figures.
      let year = (30...90).contains(number) ? 1900 + number : number
      if year % 10 == 0, (1890...2040).contains(year) {
        return range(.bareYear(year), .bareYear(year + 9), start..<start + 1)
      }
    }
    guard let (first, middle) = term(at: start) ?? monthWithShortYear(at: start),
      middle + 1 < tokens.count, isBetween(tokens[middle])
    else { return nil }
    if let (last, end) = term(at: middle + 1) ?? monthWithShortYear(at: middle + 1) {
      return range(first, last, start..<end)
    }
    if let last = shortYear(after: first, tokens[middle + 1]) {
      return range(first, last, start..<middle + 2)
    }
    guard let word = tokens[middle + 1].word, isNow(word) else { return nil }
    var mention = Mention(text(start..<middle + 2), span(start..<middle + 2))
    mention.period = .one(PeriodTerm(first, at: mention.span))
    mention.isOpen = true
    return (mention, middle + 2)
  }

  /// `24` in `2022-24`.
  func shortYear(after first: PeriodTerm.Value, _ token: Token) -> PeriodTerm.Value? {
    guard case .number(let literal) = token.kind, literal.length == 2,
      let short = literal.plainInteger
    else { return nil }
    func last(after year: Int) -> Int? {
      let last = year / 100 * 100 + short
      return last > year ? last : nil
    }
    switch first {
    case .bareYear(let year): return last(after: year).map { .bareYear($0) }
    case .period(let period) where period.unit == .fiscalYear:
      return last(after: period.code).map { .period(.fiscalYear($0)) }
    case .period(let period) where period.unit == .calendarYear:
      return last(after: period.code).map { .period(.calendarYear($0)) }
    case .period, .administration, .part: return nil
    }
  }

  /// `23` and `24` in `2022 23 24`, `fy22, 23 and 24`: further years on a list.
  func yearListed(at start: Int, after period: Mention.NamedTime) -> (Mention?, end: Int)? {
    guard case .one(let first) = period, start > 0,
      let year = shortYear(after: first.value, tokens[start]),
      isNumber(start - 1) || isNumber(start - 2) || isYear(start - 1) || isYear(start - 2),
      start + 1 == tokens.count || isNumber(start + 1) || tokens[start + 1].kind == .comma
        || tokens[start + 1].word == "and"
    else { return nil }
    var mention = Mention(text(start..<start + 1), span(start..<start + 1))
    mention.period = .one(PeriodTerm(year, at: mention.span))
    return (mention, start + 1)
  }

  func isNumber(_ place: Int) -> Bool {
    guard tokens.indices.contains(place), case .number = tokens[place].kind else { return false }
    return true
  }

  /// `fy22`
  func isYear(_ place: Int) -> Bool {
    tokens.indices.contains(place) && tokens[place].word?.hasPrefix("fy") ?? false
  }

  /// `present` in `1992 to present`.
  func isNow(_ word: String) -> Bool {
    lexicon.words(named: word).contains {
      $0.part == .period && ["latest", "fytd"].contains($0.means)
    }
  }

  func isBetween(_ token: Token) -> Bool {
    switch token.kind {
    case .minus, .dots, .unknown("–"), .word("to"), .word("through"), .word("thru"): true
    case .word(let word): lexicon.words(named: word).contains { $0.part == .until }
    default: false
    }
  }

  func range(
    _ first: PeriodTerm.Value,
    _ last: PeriodTerm.Value,
    _ tokens: Range<Int>
  ) -> (Mention?, end: Int) {
    var mention = Mention(text(tokens), span(tokens))
    mention.period = .range(PeriodTerm(first, at: mention.span), PeriodTerm(last, at: mention.span))
    return (mention, tokens.upperBound)
  }
}
