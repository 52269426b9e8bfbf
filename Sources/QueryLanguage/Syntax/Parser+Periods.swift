import Catalog
package import Diagnostics

extension Parser {
  /// One period: a year, quarter, month or day, a dated event, an administration, or a part of one
  /// of them; `expectation` says what it is needed for.
  package mutating func period(
    or expectation: Expected = .period
  ) throws(Diagnostic) -> PeriodTerm {
    expecting(expectation)
    if isAtEnd, expectation == .period { expectPart() }
    let start = position
    guard let token = current else { throw .expectedPeriod(at: endSpan) }
    let value: PeriodTerm.Value?
    switch token.kind {
    case .word(let word): value = try periodStarting(with: word)
    case .number(let number): value = try periodStarting(with: number)
    default: value = nil
    }
    guard let value else {
      position = start
      if expectation == .period, let part = try partOfPeriod() { return part }
      if let term = try dated() { return term }
      if let name = lookAhead({ $0.name(.values) })?.value { throw .valueAsPeriod(name) }
      throw .expectedPeriod(at: token.span)
    }
    return PeriodTerm(value, at: span(from: start))
  }

  private mutating func periodStarting(with word: String) throws(Diagnostic) -> PeriodTerm.Value? {
    if let year = PeriodWords.year(word) {
      advance()
      return .period(year)
    }
    if word == "fy" || word == "cy" {
      advance()
      let year = try year()
      return .period(word == "fy" ? .fiscalYear(year) : .calendarYear(year))
    }
    if let quarter = PeriodWords.quarter(word) {
      advance()
      return .period(.quarter(quarter, of: try fiscalYear()))
    }
    if let month = PeriodWords.month(word) {
      advance()
      return .period(try periodAfter(month: month))
    }
    return nil
  }

  /// `2024` after `may`, or `12, 2023` after it.
  private mutating func periodAfter(month: Int) throws(Diagnostic) -> Period {
    if let day = current?.plainNumber(digits: 1...2), PeriodWords.month(peekWord(1) ?? "") == nil {
      let start = position
      advance()
      skip(.comma)
      if current?.plainNumber(digits: 4...4) != nil {
        return try self.day(day, month: month, year: try year(), from: start)
      }
      position = start
    }
    guard current?.plainNumber(digits: 4...4) != nil else {
      throw .monthWithoutYear(
        monthNames[month - 1],
        at: current == nil ? previousSpan : span(from: position - 1)
      )
    }
    return .month(month, of: try year())
  }

  /// `2024`, `2024-05`, `2023-05-12`, or a day before its month: `12 may 2023`.
  private mutating func periodStarting(
    with number: NumberLiteral
  ) throws(Diagnostic) -> PeriodTerm.Value? {
    let start = position
    if let token = current, let day = token.plainNumber(digits: 1...2),
      let month = peekWord(1).flatMap(PeriodWords.month)
    {
      advance()
      advance()
      return .period(try self.day(day, month: month, year: try year(), from: start))
    }
    guard let year = number.plainInteger, number.length == 4, (1000...2999).contains(year) else {
      return nil
    }
    advance()
    guard let month = hyphenatedNumber() else { return .bareYear(year) }
    guard (1...12).contains(month) else { throw .noSuchMonth(month, at: previousSpan) }
    guard let day = hyphenatedNumber() else { return .period(.month(month, of: year)) }
    return .period(try self.day(day, month: month, year: year, from: start))
  }

  /// The two digits of `-05`, without spaces around the hyphen.
  private mutating func hyphenatedNumber() -> Int? {
    guard let hyphen = current, hyphen.kind == .minus, let number = peek(1),
      hyphen.range.lowerBound == previousEnd, number.range.lowerBound == hyphen.range.upperBound,
      let value = number.plainNumber(digits: 2...2)
    else { return nil }
    advance()
    advance()
    return value
  }

  private func day(
    _ day: Int,
    month: Int,
    year: Int,
    from start: Int
  ) throws(Diagnostic) -> Period {
    guard let found = Day(year: year, month: month, day: day) else {
      throw .noSuchDay(at: span(from: start))
    }
    return .day(found)
  }

  /// A year of four digits.
  private mutating func year() throws(Diagnostic) -> Int {
    expecting(.year)
    guard let token = current, case .number(let number) = token.kind,
      let value = number.plainInteger, let year = PeriodWords.year(value, digits: number.length)
    else { throw .expectedYear(at: current?.span ?? endSpan) }
    advance()
    return year
  }

  /// `fy2024`, `fy 2024` or `2024` after a quarter.
  private mutating func fiscalYear() throws(Diagnostic) -> Int {
    if let word = current?.word {
      if let year = PeriodWords.year(word), year.unit == .fiscalYear {
        advance()
        return year.code
      }
      if word == "fy" { advance() }
    }
    return try year()
  }
}

extension Token {
  /// The value of plain digits, when there are that many of them.
  func plainNumber(digits: ClosedRange<Int>) -> Int? {
    guard case .number(let number) = kind, digits.contains(number.length) else { return nil }
    return number.plainInteger
  }
}

extension Diagnostic {
  fileprivate static func expectedPeriod(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "expected-period",
      kind: .speech,
      "expected a period here",
      at: span,
      hint: "such as `fy2024`, `may 2024`, `q2 fy2024`, `2024-05-12`, or a dated event "
        + "(`show events`)"
    )
  }

  fileprivate static func valueAsPeriod(_ name: Name) -> Diagnostic {
    Diagnostic(
      "value-as-period",
      kind: .speech,
      "expected a period here, and `\(name.text)` is a value",
      at: name.span,
      hint: "`for \(name.spelling)` keeps only that value"
    )
  }

  fileprivate static func expectedYear(at span: SourceSpan) -> Diagnostic {
    Diagnostic("expected-year", "expected a year here, such as `2024`", at: span)
  }

  fileprivate static func monthWithoutYear(_ month: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "month-without-year",
      "\(month) of which year?",
      at: span,
      hint: "a month needs its year, as in `\(month.lowercased()) 2024`"
    )
  }

  fileprivate static func noSuchMonth(_ month: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic("no-such-month", "there is no month \(month)", at: span)
  }

  fileprivate static func noSuchDay(at span: SourceSpan) -> Diagnostic {
    Diagnostic("no-such-day", "the calendar has no such day", at: span)
  }
}
