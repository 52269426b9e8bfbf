package import Catalog
package import Diagnostics

/// Reads a question token by token. The catalog tells where a name of several words ends.
package struct Parser {
  package let source: String
  let tokens: [Token]
  let catalog: any CatalogReader
  /// User-defined names, made with `let`.
  let definitions: [Definition]
  /// Index of the next token.
  package internal(set) var position = 0
  /// How deeply conditions are nested.
  var depth = 0
  /// The amount of expressions and conditions read so far; see ``Limits``.
  var operands = 0
  var conditions = 0
  /// The question that a statement is about, once it is read.
  var subject: Query?
  /// Whether a mistake tells what may have been meant. To find that costs more than to read.
  let suggests: Bool
  /// What could come where the text ends, which completion offers there.
  package private(set) var expectedAtEnd: [Expected] = []

  package init(
    _ source: String,
    catalog: any CatalogReader,
    definitions: [Definition] = [],
    suggests: Bool = true
  ) throws(Diagnostic) {
    self.source = source
    self.suggests = suggests
    self.catalog = catalog
    self.definitions = definitions
    tokens = try Lexer.tokens(of: source)
  }

  /// What a parser may be looking for.
  package enum Expected: Hashable, Sendable {
    case measure, dimension, period, wholePeriod, administration, year, clause, format, file,
      number, unit,
      orderKey, extra
    /// What rows can be broken down by: a dimension, a unit of time, administrations, sources.
    case key
    /// A day or month by which something was published.
    case publication
    /// A value; of one dimension, where one was named.
    case value(of: Int?)
    case word(String)
  }

  // MARK: Tokens

  package var current: Token? { position < tokens.count ? tokens[position] : nil }

  package var isAtEnd: Bool { position >= tokens.count }

  /// The token some places after the current one; `nil` past the end.
  package func peek(_ distance: Int) -> Token? {
    tokens.indices.contains(position + distance) ? tokens[position + distance] : nil
  }

  func peekWord(_ distance: Int) -> String? { peek(distance)?.word }

  /// Moves past the current token.
  package mutating func advance() { position += 1 }

  /// Consumes a token of a kind, if it is next.
  @discardableResult
  package mutating func skip(_ kind: Token.Kind) -> Bool {
    guard current?.kind == kind else { return false }
    advance()
    return true
  }

  /// Consumes a word, if it is next.
  @discardableResult
  package mutating func skip(word: String) -> Bool {
    expecting(.word(word))
    guard current?.word == word else { return false }
    advance()
    return true
  }

  /// Notes what is looked for, in case the text ends here.
  package mutating func expecting(_ expectation: Expected) {
    if isAtEnd, !expectedAtEnd.contains(expectation) { expectedAtEnd.append(expectation) }
  }

  // MARK: Places

  /// Just after the last token.
  package var endSpan: SourceSpan {
    let end = tokens.last?.range.upperBound ?? 0
    return SourceSpan(end..<end)
  }

  package var currentSpan: SourceSpan { current?.span ?? endSpan }

  var previousEnd: Int { position > 0 ? tokens[position - 1].range.upperBound : 0 }

  var previousSpan: SourceSpan {
    position > 0 ? tokens[position - 1].span : SourceSpan(0..<0)
  }

  /// From a token to the one that was read last.
  package func span(from start: Int) -> SourceSpan {
    guard start < tokens.count else { return endSpan }
    return SourceSpan(
      tokens[start].range.lowerBound..<max(previousEnd, tokens[start].range.upperBound)
    )
  }

  /// The text of a range of the source.
  package func text(_ span: SourceSpan) -> String {
    let bytes = source.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: span.start)
    let end = bytes.index(bytes.startIndex, offsetBy: span.end)
    return String(source[start..<end])
  }

  /// The names nearest to one that the catalog does not have.
  func nearest(to name: Name, kinds: NameMatch.Kinds) -> [String] {
    suggests ? NearestNames(catalog).nearest(to: name.text, kinds: kinds) : []
  }

  // MARK: Pieces that several clauses share

  /// A whole number above zero.
  package mutating func count() throws(Diagnostic) -> Int {
    expecting(.number)
    guard let token = current, case .number(let number) = token.kind,
      let value = number.plainInteger ?? number.groupedInteger, value > 0
    else { throw .expectedCount(at: currentSpan) }
    advance()
    return value
  }

  /// One or more of something, with commas between them.
  package mutating func list<Element>(
    of element: (inout Parser) throws(Diagnostic) -> Element
  ) throws(Diagnostic) -> [Element] {
    var elements = [try element(&self)]
    while skip(.comma) { elements.append(try element(&self)) }
    return elements
  }

  /// What is read here, and the parser after it; this parser does not move.
  func lookAhead<Value>(_ read: (inout Parser) -> Value?) -> (value: Value, after: Parser)? {
    var ahead = self
    return read(&ahead).map { ($0, ahead) }
  }

  /// The longest of several readings, the first of those of equal length; the parser moves past it.
  mutating func longest<Value>(of readings: (value: Value, after: Parser)?...) -> Value? {
    var best: (value: Value, after: Parser)?
    for case let reading? in readings where reading.after.position > best?.after.position ?? -1 {
      best = reading
    }
    if let best { self = best.after }
    return best?.value
  }

  /// A unit of time that is the whole key: the end, a comma or a keyword follows it.
  mutating func timeUnitAlone() -> TimeUnit? {
    let start = position
    guard let unit = timeUnit() else { return nil }
    if let word = current?.word, !Keywords.contains(word) {
      position = start
      return nil
    }
    return unit
  }

  /// A unit of time: `fy`, `quarter`, `month`, `cy`, `date`, and their plurals.
  package mutating func timeUnit() -> TimeUnit? {
    expecting(.unit)
    guard let word = current?.word else { return nil }
    if let unit = TimeUnit(word: word) {
      advance()
      return unit
    }
    guard let next = peekWord(1), let unit = TimeUnit(words: word, next) else { return nil }
    position += 2
    return unit
  }
}

extension NumberLiteral {
  /// The value of a whole number written in groups of three.
  var groupedInteger: Int? { decimals == 0 && suffix == nil ? digits : nil }
}

extension TimeUnit {
  /// The unit that two words name: `fiscal year`.
  init?(words first: String, _ second: String) {
    switch (first, second) {
    case ("fiscal", "year"), ("fiscal", "years"): self = .fiscalYear
    case ("calendar", "year"), ("calendar", "years"): self = .calendarYear
    case ("fiscal", "quarter"), ("fiscal", "quarters"): self = .quarter
    default: return nil
    }
  }

  /// The unit that a word names.
  init?(word: String) {
    switch word {
    case "fy", "fys": self = .fiscalYear
    case "quarter", "quarters": self = .quarter
    case "month", "months": self = .month
    case "cy", "cys": self = .calendarYear
    case "date", "dates", "day", "days": self = .day
    default: return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func expectedCount(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "expected-count",
      "expected a whole number above zero here",
      at: span,
      hint: "such as `5`"
    )
  }
}
