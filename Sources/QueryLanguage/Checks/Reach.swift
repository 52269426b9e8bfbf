package import Catalog
import Diagnostics

/// The periods that a value is compared with, as in `since jul 2020`, `fy since fy2010`,
/// `october ever`, `in 2010..2024`.
package struct Reach: Sendable {
  package let extent: Extent
  /// The unit of the periods, where it differs from that of the value's period.
  package let unit: TimeUnit?
  /// The month of the year, from 1, where only the same month of other years is compared.
  package let month: Int?
  /// Where years are compared, of the kind that the value's own period is: `highest year ever`.
  let years: Years?

  /// What years are compared with.
  package enum Years: Sendable {
    /// A year.
    case year
    /// A year, or a month with the same one of other years: `rose 3 years in a row`.
    case yearOrMonth
  }

  /// From when to when they are.
  package enum Extent: Sendable {
    /// After a period and before the value's own.
    case since(PeriodTerm)
    /// After the one so many months before the value's own, and before that: `in 30 years`.
    case past(months: Int)
    /// All of a span but the value's own, later ones too.
    case within(any Clause)
    /// Everything held before the value's own.
    case ever
  }

  package init(
    _ extent: Extent,
    unit: TimeUnit? = nil,
    month: Int? = nil,
    years: Years? = nil
  ) {
    self.extent = extent
    self.unit = unit
    self.month = month
    self.years = years
  }

  /// Where the statement is about periods in a row, and not about all of some time.
  var isOpen: Bool { if case .ever = extent { true } else { false } }

  var spelling: String {
    let named = month.map { monthNames[$0 - 1].lowercased() } ?? unit.map(\.keyword)
    let what = (named ?? years.map { _ in "year" }).map { $0 + " " } ?? ""
    switch extent {
    case .since(let term): return what + "since \(term.spelling)"
    case .past(let months):
      let (count, unit) = months % 12 == 0 ? (months / 12, "year") : (months, "month")
      return what + "in \(count) \(unit)\(count == 1 ? "" : "s")"
    case .within(let clause): return what + clause.spelling
    case .ever: return what + "ever"
    }
  }

  /// The same with its periods replaced.
  func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> Reach {
    switch extent {
    case .since(let term): reaching(.since(replace(term)))
    case .within(let clause): reaching(.within(clause.replacingPeriods(replace)))
    case .past, .ever: self
    }
  }
}

extension Reach {
  private func reaching(_ extent: Extent) -> Reach {
    Reach(extent, unit: unit, month: month, years: years)
  }
}

// MARK: Parsing

extension Reach {
  /// Reads `since jul 2020`, also after the unit and `of any`.
  static func parseSince(from parser: inout Parser) throws(Diagnostic) -> Reach {
    let (unit, years) = parser.comparedUnit()
    guard parser.skip(word: "since") else { throw .expectedSince(at: parser.currentSpan) }
    return Reach(.since(try parser.period()), unit: unit, years: years)
  }

  /// Reads `since jul 2020`, `in 2010..2024`, `ever`, each also after a unit, or a month without
  /// its year.
  static func parse(from parser: inout Parser) throws(Diagnostic) -> Reach {
    let month = parser.monthOfYear()
    let (unit, years) = month == nil ? parser.comparedUnit() : (nil, nil)
    return Reach(
      try extent(from: &parser),
      unit: unit,
      month: month,
      years: years
    )
  }

  private static func extent(from parser: inout Parser) throws(Diagnostic) -> Extent {
    if parser.skip(word: "since") { return .since(try parser.period()) }
    if parser.skip(word: "ever") || parser.skip(words: "on", "record")
      || parser.skip(words: "in", "history")
    {
      return .ever
    }
    if let months = parser.pastMonths() { return .past(months: months) }
    var ahead = parser
    guard let clause = try? ahead.clause(after: []), type(of: clause).role == .period else {
      guard parser.current?.word == "in" else { throw .expectedSince(at: parser.currentSpan) }
      // Its own mistake is told.
      return .within(try parser.inClause())
    }
    parser = ahead
    return .within(clause)
  }
}

extension Parser {
  /// A unit of time, also after `of any`, or years of the kind that the value's own period is.
  fileprivate mutating func comparedUnit() -> (unit: TimeUnit?, years: Reach.Years?) {
    skip(words: "of", "any")
    if let unit = timeUnit() { return (unit, nil) }
    return (nil, skip(anyOf: "year") ? .year : nil)
  }

  /// `in 30 years`, `in over two decades`, as so many months; where it finds something else, the
  /// parser does not move.
  fileprivate mutating func pastMonths() -> Int? {
    var ahead = self
    guard ahead.skip(anyOf: "in") else { return nil }
    if !ahead.skip(words: "more", "than") { ahead.skip(anyOf: "over") }
    guard let count = ahead.smallCount(), let unit = ahead.current?.word,
      let months = Self.lengths[unit]
    else { return nil }
    ahead.advance()
    self = ahead
    return count * months
  }

  private static let lengths = [
    "month": 1, "months": 1, "year": 12, "years": 12, "decade": 120, "decades": 120,
  ]

  /// A month without its year: `october since 2005`.
  fileprivate mutating func monthOfYear() -> Int? {
    guard let month = current?.word.flatMap(PeriodWords.month),
      peek(1)?.plainNumber(digits: 1...4) == nil
    else { return nil }
    advance()
    return month
  }

  fileprivate mutating func inClause() throws(Diagnostic) -> InClause {
    advance()
    return try InClause.parse(from: &self, startingWith: "in")
  }

  /// Consumes two words, if they are next.
  @discardableResult
  mutating func skip(words first: String, _ second: String) -> Bool {
    guard current?.word == first, peekWord(1) == second else { return false }
    position += 2
    return true
  }
}

extension Diagnostic {
  fileprivate static func expectedSince(at span: SourceSpan) -> Diagnostic {
    .expected(
      "`since` and a period",
      at: span,
      hint: "the periods after it are compared, as in `is lowest since jul 2020`; `ever` compares "
        + "all that is held before"
    )
  }
}
