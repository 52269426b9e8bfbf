import Catalog
import Diagnostics
import QueryLanguage

/// Finds what the words of a line name, from the left, the longest names first.
struct MentionFinder {
  private let bytes: [UInt8]
  let tokens: [Token]
  let catalog: any CatalogReader
  let lexicon: Lexicon
  /// Whether a name ends before `and`: `compare removals and returns` names two measures.
  private let splitsAtAnd: Bool

  /// The most words of a name.
  private static let most = 8

  init(_ source: String, _ catalog: any CatalogReader) throws(Diagnostic) {
    bytes = Array(source.utf8)
    self.catalog = catalog
    let lexicon = Lexicon(catalog)
    self.lexicon = lexicon
    tokens = try Lexer.tokens(of: source)
    splitsAtAnd = tokens.contains { token in
      guard let word = token.word else { return false }
      return lexicon.words(named: word).contains {
        [.compare, .against, .ratio].contains($0.part) || $0.part == .and && $0.means == "or"
      }
    }
  }

  var mentions: [Mention] {
    var found: [Mention] = []
    var start = heading
    while start < tokens.count {
      var (mention, end) = mention(at: start)
      mention?.isBehindComma = start > 0 && tokens[start - 1].kind == .comma
      if let year = found.last(where: { !$0.has(.and) })?.period, let next = yearListed(at: start, after: year) {
        (mention, end) = next
      }
      if let mention { found.append(mention) }
      start = max(end, start + 1)
    }
    return found
  }

  /// Where the line begins after a word and a colon: `claim: …`.
  private var heading: Int {
    guard let colon = tokens.prefix(4).firstIndex(where: { $0.kind == .unknown(":") }), colon > 0,
      lexicon.words(named: text(0..<colon)).contains(where: { $0.part == .heading })
    else { return 0 }
    return colon + 1
  }

  /// Whether a word follows `by`, where it is no beginning of a period: `by year 1990-2023`.
  private func isBehindEach(_ start: Int) -> Bool {
    guard start > 0, let word = tokens[start - 1].word else { return false }
    return lexicon.words(named: word).contains { $0.part == .each }
  }

  private func mention(at start: Int) -> (Mention?, end: Int) {
    if isBehindEach(start), let name = name(at: start),
      name.0?.key.flatMap(TimeUnit.init(rawValue:)) != nil
    {
      return name
    }
    switch tokens[start].kind {
    case .minus where isApart(start): return (nil, start + 1)
    case .comma, .unknown(":"), .unknown("…"), .unknown("?"), .unknown("."), .unknown("!"),
      .unknown(";"), .unknown("’"):
      return (nil, start + 1)
    case .unknown("%"):
      var mention = Mention(text(start..<start + 1), span(start..<start + 1))
      mention.words = lexicon.words(named: "percent").filter { $0.part == .share }
      return (mention, start + 1)
    default: break
    }
    if isBeforePartOfOffice(start), let word = tokens[start].word {
      var mention = Mention(text(start..<start + 1), span(start..<start + 1))
      for match in lexicon.matches(key: Spelling.key(of: word)) { mention.add(match, catalog) }
      if !mention.isUnknown { return (mention, start + 1) }
    }
    return yearsAgo(at: start) ?? partOfOffice(at: start) ?? partOfYear(at: start) ?? lastMonths(
      at: start
    ) ?? monthsOfYear(at: start) ?? around(
      at: start
    )
      ?? clause(at: start) ?? lastYears(at: start) ?? range(at: start)
      ?? amount(at: start) ?? nameOrPeriod(at: start) ?? monthAlone(at: start) ?? number(at: start)
      ?? (Mention(text(start..<start + 1), span(start..<start + 1)), start + 1)
  }

  /// A dash with spaces around it joins no numbers and no words.
  private func isApart(_ place: Int) -> Bool {
    let own = tokens[place].range
    let before = place == 0 || tokens[place - 1].range.upperBound < own.lowerBound
    let behind =
      place + 1 == tokens.count || tokens[place + 1].range.lowerBound > own.upperBound
    return before && behind
  }

  // MARK: Clauses and periods

  /// A clause of the language that is about time: `since 2010`, `last 3 fy`.
  private func clause(at start: Int) -> (Mention?, end: Int)? {
    guard let word = tokens[start].word, let type = Clauses.clause(startingWith: word),
      type.role == .period
    else { return nil }
    for end in (start + 1...min(start + Self.most, tokens.count)).reversed() {
      guard var parser = try? Parser(text(start..<end), catalog: catalog) else { continue }
      parser.advance()
      guard let clause = try? type.parse(from: &parser, startingWith: word), parser.isAtEnd else {
        continue
      }
      var mention = Mention(text(start..<end), span(start..<end))
      mention.clause = clause
      return (mention, end)
    }
    return nil
  }

  /// `last 5 years`, which the language writes with its own word for years.
  private func lastYears(at start: Int) -> (Mention?, end: Int)? {
    guard start + 2 < tokens.count, tokens[start].word == "last" || tokens[start].word == "past",
      let count = count(tokens[start + 1]), let unit = tokens[start + 2].word,
      let key = lexicon.words(named: unit).first(where: { $0.part == .key })?.means,
      TimeUnit(rawValue: key) != nil
    else { return nil }
    var mention = Mention(text(start..<start + 3), span(start..<start + 3))
    mention.periodText = "last \(count) \(key == "month" ? "months" : key)"
    return (mention, start + 3)
  }

  /// `2019-2023`, `2000 to 2010`, `1990s`.
  func range(at start: Int) -> (Mention?, end: Int)? {
    if let word = tokens[start].word, word.hasSuffix("s"), let number = Int(word.dropLast()) {
      // `the 30s`; of this century people write all four figures.
      let year = (30...90).contains(number) ? 1900 + number : number
      if year % 10 == 0, (1890...2040).contains(year) {
        return range(.bareYear(year), .bareYear(year + 9), start..<start + 1)
      }
    }
    guard let (first, middle) = term(at: start), middle + 1 < tokens.count,
      isBetween(tokens[middle])
    else { return nil }
    if let (last, end) = term(at: middle + 1) { return range(first, last, start..<end) }
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
  private func shortYear(after first: PeriodTerm.Value, _ token: Token) -> PeriodTerm.Value? {
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
  private func yearListed(at start: Int, after period: Mention.Period) -> (Mention?, end: Int)? {
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

  private func isNumber(_ place: Int) -> Bool {
    guard tokens.indices.contains(place), case .number = tokens[place].kind else { return false }
    return true
  }

  /// `fy22`
  private func isYear(_ place: Int) -> Bool {
    tokens.indices.contains(place) && tokens[place].word?.hasPrefix("fy") ?? false
  }

  /// `present` in `1992 to present`.
  private func isNow(_ word: String) -> Bool {
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

  private func period(at start: Int) -> (Mention?, end: Int)? {
    guard let (term, first) = termWithUnit(at: start) else { return nil }
    let end = opening(at: first) ?? first
    var mention = Mention(text(start..<end), span(start..<end))
    mention.period = .one(PeriodTerm(term, at: mention.span))
    mention.isOpen = end > first
    return (mention, end)
  }

  /// The end of words after a period that make it the first of all that follow: `2015 and later`.
  /// A preposition is one at the end of the line only: `from 2015 on`.
  private func opening(at start: Int) -> Int? {
    guard start < tokens.count else { return nil }
    for end in (start + 1...min(start + 3, tokens.count)).reversed() {
      let words = lexicon.words(named: text(start..<end))
      guard words.contains(where: { $0.part == .since && $0.means == "behind" }) else { continue }
      let isPreposition = words.contains { $0.part == .place }
      return !isPreposition || end == tokens.count ? end : nil
    }
    return nil
  }

  /// A period, and after a year the kind of year that it is: `2023 calendar year`.
  private func termWithUnit(at start: Int) -> (PeriodTerm.Value, end: Int)? {
    guard let (term, end) = term(at: start) else { return nil }
    guard case .bareYear(let year) = term, end < tokens.count else { return (term, end) }
    for last in (end + 1...min(end + 2, tokens.count)).reversed() {
      let units = lexicon.words(named: text(end..<last)).filter { $0.part == .unitOfYear }
      guard let unit = units.first else { continue }
      return (.period(unit.means == "cy" ? .calendarYear(year) : .fiscalYear(year)), last)
    }
    return (term, end)
  }

  /// A period as the language writes it, or as people do: `fiscal year 2024`, `february of 2025`.
  func term(at start: Int) -> (PeriodTerm.Value, end: Int)? {
    guard start < tokens.count, canBeginPeriod(tokens[start]) else { return nil }
    for end in (start + 1...min(start + 5, tokens.count)).reversed() {
      let words = tokens[start..<end].map { spelled($0) }.filter { !$0.isEmpty }
      guard let first = words.first, first != "in" else { continue }
      // The parts of a date belong together: `2025-08-24`.
      let isDate = words.contains("-")
      let typed = isDate ? text(start..<end) : words.joined(separator: " ")
      guard var parser = try? Parser(typed, catalog: catalog), let term = try? parser.period(),
        parser.isAtEnd
      else { continue }
      return (term.value, end)
    }
    return nil
  }

  /// Whether a token can be the first of a period. Dated events and administrations are names.
  private func canBeginPeriod(_ token: Token) -> Bool {
    switch token.kind {
    case .number: true
    case .word(let word):
      Keywords.isPeriodWord(word) || ["fiscal", "calendar", "year", "yr"].contains(word)
        || lexicon.words(named: word).contains { $0.part == .month }
    default: false
    }
  }

  /// A word of a period as the language has it; empty for one that adds nothing.
  private func spelled(_ token: Token) -> String {
    switch token.kind {
    case .word("of"), .word("de"), .word("year"), .word("yr"): return ""
    case .word("fiscal"): return "fy"
    case .word("calendar"): return "cy"
    case .word(let word):
      let month = lexicon.words(named: word).first { $0.part == .month }
      return month?.means ?? text(of: token)
    default: return text(of: token)
    }
  }

  private func number(at start: Int) -> (Mention?, end: Int)? {
    guard let number = Int(text(of: tokens[start])) else { return nil }
    var mention = Mention(text(start..<start + 1), span(start..<start + 1))
    mention.number = number
    return (mention, start + 1)
  }

  // MARK: Names and words

  /// The longer of the two: `fiscal year` is a breakdown, `fiscal year 2024` a period.
  func nameOrPeriod(at start: Int) -> (Mention?, end: Int)? {
    guard let period = period(at: start) else { return name(at: start) }
    guard let name = name(at: start), name.end >= period.end else { return period }
    return name.end == period.end && Int(text(of: tokens[start])) != nil ? period : name
  }

  private func name(at start: Int) -> (Mention?, end: Int)? {
    // A year is no name, although names may begin with a number.
    for end in (start + 1...min(start + Self.most, tokens.count)).reversed() {
      let own = start..<end
      // Signs are folded away in names, and `%` asks for something.
      guard !tokens[own].contains(where: { $0.kind == .comma || $0.kind == .unknown("%") }),
        !(splitsAtAnd && own.count > 1 && tokens[own].contains { $0.word == "and" })
      else { continue }
      let key = Spelling.key(of: text(own))
      guard !key.isEmpty else { continue }
      let matches = lexicon.matches(key: key)
      var mention = Mention(text(own), span(own))
      for match in matches { mention.add(match, catalog) }
      // `está` is no `ESTA`.
      if mention.has(.filler), mention.text != mention.text.uppercased() { mention.notHeld = nil }
      if matches.contains(where: { NameMatch.Kinds.dated.contains($0.kind) }) {
        do throws(Diagnostic) {
          mention.period = try dated(text(own)).map(Mention.Period.one)
        } catch {
          mention.holders = error.questions
        }
        mention.isDated = mention.period != nil
      }
      if splitsAtAnd, own.count > 1, isValueBesideMeasure(own, matches) { continue }
      if own.count > 1, cutsName(own, matches) { continue }
      // `more than` is of numbers; before other words it is two.
      if own.count > 1, mention.isDegree { continue }
      guard !mention.isUnknown else { continue }
      // `the border patrol agents` begins with an article, and no name with `the border`.
      if own.count > 1, isArticle(start), let next = self.name(at: start + 1), next.end > end {
        continue
      }
      return (mention, end)
    }
    return nil
  }

  /// Whether a phrase ends inside a longer name, and what precedes that is a name, too:
  /// `encounters at ports` in `encounters at ports of entry`. The last word of that means nothing by
  /// itself.
  private func cutsName(_ own: Range<Int>, _ matches: [NameMatch]) -> Bool {
    guard own.upperBound < tokens.count, tokens[own.upperBound].word != nil,
      matches.contains(where: { $0.kind == .phrase || $0.kind == .word })
    else { return false }
    return own.dropFirst().contains { middle in
      guard !lexicon.matches(key: Spelling.key(of: text(own.lowerBound..<middle))).isEmpty else {
        return false
      }
      let ends = own.upperBound + 1...min(middle + Self.most, tokens.count)
      return middle + Self.most >= own.upperBound + 1
        && ends.contains { end in
          isUnread(end - 1)
            && lexicon.matches(key: Spelling.key(of: text(middle..<end))).contains {
            [.member, .group, .phrase, .measure].contains($0.kind)
          }
        }
    }
  }

  /// Whether a word by itself has no part in a line.
  private func isUnread(_ place: Int) -> Bool {
    lexicon.matches(key: Spelling.key(of: text(place..<place + 1))).allSatisfy { match in
      match.kind == .word && catalog.word(match.target)?.part == .deny
    }
  }

  /// Whether a word by itself adds nothing, as `the`.
  private func isArticle(_ place: Int) -> Bool {
    guard let word = tokens[place].word else { return false }
    return lexicon.words(named: word).contains { $0.part == .filler }
  }

  /// Whether a phrase is a value and a measure side by side, of which the value may be what is
  /// compared: `OFO vs USBP encounters`.
  private func isValueBesideMeasure(_ own: Range<Int>, _ matches: [NameMatch]) -> Bool {
    guard matches.allSatisfy({ [.phrase, .word].contains($0.kind) || $0.preference > 0 }) else {
      return false
    }
    func isValue(_ part: Range<Int>) -> Bool {
      lexicon.matches(key: Spelling.key(of: text(part))).contains { match in
        match.kind == .member || match.kind == .group
          || match.kind == .phrase && catalog.phrase(match.target)?.standsForValue == true
      }
    }
    func isMeasure(_ part: Range<Int>) -> Bool {
      lexicon.matches(key: Spelling.key(of: text(part))).contains { $0.kind == .measure }
    }
    let (first, last) = (own.lowerBound, own.upperBound)
    return isValue(first..<last - 1) && isMeasure(last - 1..<last)
      || isMeasure(first..<first + 1) && isValue(first + 1..<last)
  }

  /// A dated event or an administration.
  private func dated(_ text: String) throws(Diagnostic) -> PeriodTerm? {
    var parser = try Parser(text, catalog: catalog)
    return try parser.period()
  }

  func text(_ own: Range<Int>) -> String {
    String(
      decoding: bytes[
        tokens[own.lowerBound].range.lowerBound..<tokens[own.upperBound - 1].range.upperBound
      ],
      as: UTF8.self
    )
  }

  func text(of token: Token) -> String {
    String(decoding: bytes[token.range], as: UTF8.self)
  }

  func span(_ own: Range<Int>) -> SourceSpan {
    SourceSpan(
      tokens[own.lowerBound].range.lowerBound..<tokens[own.upperBound - 1].range.upperBound
    )
  }
}
