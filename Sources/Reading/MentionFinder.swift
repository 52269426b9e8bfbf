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
  let splitsAtAnd: Bool

  /// Whether a mean is asked for: `daily crossings` are then divided by days.
  let asksMean: Bool

  /// The most words of a name.
  static let most = 8

  init(_ source: String, _ catalog: any CatalogReader) throws(Diagnostic) {
    bytes = Array(source.utf8)
    self.catalog = catalog
    let lexicon = Lexicon(catalog)
    self.lexicon = lexicon
    tokens = try Lexer.tokens(of: source)
    asksMean = tokens.contains { token in
      token.word.map { lexicon.words(named: $0).contains { $0.part == .average } } ?? false
    }
    splitsAtAnd = tokens.contains { token in
      guard let word = token.word else { return false }
      return lexicon.words(named: word).contains {
        [.compare, .against, .ratio].contains($0.part)
          || $0.part == .and && ["or", "sum"].contains($0.means)
      }
    }
  }

  var mentions: [Mention] {
    var found: [Mention] = []
    var start = heading
    while start < tokens.count {
      var (mention, end) = mention(at: start)
      mention?.isAfterComma = start > 0 && tokens[start - 1].kind == .comma
      if let year = found.last(where: { !$0.has(.and) })?.period,
        let next = yearListed(at: start, after: year)
      {
        (mention, end) = next
      }
      if let mention { found.append(mention) }
      start = max(end, start + 1)
    }
    return SharedNames(lexicon).written(out: found)
  }

  /// Where the line begins after a word and a colon: `claim: …`.
  private var heading: Int {
    guard let colon = tokens.prefix(4).firstIndex(where: { $0.kind == .unknown(":") }), colon > 0,
      lexicon.words(named: text(0..<colon)).contains(where: { $0.part == .heading })
    else { return 0 }
    return colon + 1
  }

  /// Whether a word follows `by`, where it is no beginning of a period: `by year 1990-2023`.
  func isAfterEach(_ start: Int) -> Bool {
    guard start > 0, let word = tokens[start - 1].word else { return false }
    return lexicon.words(named: word).contains { $0.part == .each }
  }

  private func mention(at start: Int) -> (Mention?, end: Int) {
    if isAfterEach(start), let name = name(at: start),
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
    return yearsAgo(at: start) ?? besideEvent(at: start) ?? partOfOffice(at: start) ?? partOfYear(
      at: start
    ) ?? lastMonths(
      at: start
    ) ?? monthsOfYear(at: start) ?? monthOfFiscalYear(at: start) ?? around(
      at: start
    )
      ?? clause(at: start) ?? lastYears(at: start) ?? range(at: start)
      ?? monthOfShortYear(at: start) ?? amount(at: start) ?? nameOrPeriod(at: start) ?? monthAlone(
        at: start
      ) ?? number(at: start)
      ?? (Mention(text(start..<start + 1), span(start..<start + 1)), start + 1)
  }

  /// A dash with spaces around it joins no numbers and no words.
  private func isApart(_ place: Int) -> Bool {
    let own = tokens[place].range
    let before = place == 0 || tokens[place - 1].range.upperBound < own.lowerBound
    let after =
      place + 1 == tokens.count || tokens[place + 1].range.lowerBound > own.upperBound
    return before && after
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

  func period(at start: Int) -> (Mention?, end: Int)? {
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
      guard words.contains(where: { $0.part == .since && $0.means == "after" }) else { continue }
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
