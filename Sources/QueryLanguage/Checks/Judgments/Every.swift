import Catalog
package import Diagnostics

/// `every month in fy2024 is below 200,000`, `every month in fy2024 is below the same month a year
/// before` — the same of each period of a span, both ends included.
package struct Every: JudgmentForm {
  package static let beginnings = ["every"]

  package let unit: JudgedUnit
  /// The span; `nil` where the question names it.
  package let span: (any Clause)?
  package let condition: Requirement

  /// What each period does.
  package enum Requirement: Sendable {
    case stated(Stated)
    case ranged(Ranged)
    /// From the period before.
    case moved(Moved.Direction)
    /// Above, or below, the same period a year before.
    case yearBefore(isAbove: Bool)
  }

  package static func parse(from parser: inout Parser) throws(Diagnostic) -> Every? {
    guard ["every", "each"].contains(parser.current?.word) else { return nil }
    parser.advance()
    guard let unit = parser.judgedUnit() else {
      throw .expected("a unit of time", at: parser.currentSpan, hint: "such as `every month`")
    }
    var span: (any Clause)?
    if let word = parser.current?.word, Clauses.clause(startingWith: word)?.role == .period {
      span = try parser.clause(after: [])
    }
    if !parser.skip(word: "is"), ["was", "were", "are"].contains(parser.current?.word) {
      parser.advance()
    }
    return Every(unit: unit, span: span, condition: try condition(from: &parser, of: unit))
  }

  private static func condition(
    from parser: inout Parser,
    of unit: JudgedUnit
  ) throws(Diagnostic) -> Requirement {
    if let isAbove = yearBefore(from: &parser) { return .yearBefore(isAbove: isAbove) }
    if let direction = Moved.direction(from: &parser) { return .moved(direction) }
    if let ranged = try Ranged.parse(from: &parser) { return .ranged(ranged) }
    if let stated = try Stated.parse(from: &parser) { return .stated(stated) }
    throw .expected(
      "what each \(unit.name) does",
      at: parser.currentSpan,
      hint: "such as `is below 200,000`, `rose`, `is below the same \(unit.keyword) a year before`"
    )
  }

  /// `below the same month a year before`
  private static func yearBefore(from parser: inout Parser) -> Bool? {
    var ahead = parser
    let isAbove: Bool
    switch ahead.current?.word {
    case "above": isAbove = true
    case "below": isAbove = false
    default: return nil
    }
    ahead.advance()
    guard ahead.skip(words: "the", "same"), ahead.judgedUnit() != nil,
      ahead.skip(words: "a", "year"),
      ahead.skip(word: "before") || ahead.skip(word: "earlier")
    else { return nil }
    parser = ahead
    return isAbove
  }

  package func spelling(isNegated: Bool) -> String {
    let periods = ["every", unit.keyword, span?.spelling].compactMap { $0 }.joined(separator: " ")
    return (isNegated ? "not " : "") + periods + " " + condition.spelling(unit)
  }

  package var amounts: [Amount] {
    switch condition {
    case .stated(let stated): stated.amounts
    case .ranged(let ranged): ranged.amounts
    case .moved, .yearBefore: []
    }
  }

  package var eachUnit: JudgedUnit? { unit }
  package var eachSpan: (any Clause)? { span }

  package var comparesPeriods: Bool { amounts.isEmpty }
  package var isRefutedByEarlier: Bool { true }
  package var tellsCount: Bool { true }

  package var comparesNeighbors: Bool { if case .moved = condition { true } else { false } }

  package var comparesYearBefore: Bool {
    if case .yearBefore = condition { true } else { false }
  }

  package func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> Every {
    Every(unit: unit, span: span?.replacingPeriods(replace), condition: condition)
  }

  package func refusal(of query: ResolvedQuery, at span: SourceSpan) -> Diagnostic? {
    guard query.versus == nil else {
      return Diagnostic(
        "every-of-a-change",
        "`every` is said of one span of time, and here is a change between two",
        at: span
      )
    }
    guard query.days == nil, query.relativePeriods.isEmpty, !query.isYearToDate else { return nil }
    return Diagnostic(
      "no-period",
      "`every \(unit.keyword)` of what time?",
      at: span,
      hint: "such as `every \(unit.keyword) in fy2024`, or `since jan 2020`"
    )
  }
}

extension Every.Requirement {
  fileprivate func spelling(_ unit: JudgedUnit) -> String {
    switch self {
    case .stated(let stated): stated.spelling(isNegated: false)
    case .ranged(let ranged): ranged.spelling(isNegated: false)
    case .moved(let direction): direction.rawValue
    case .yearBefore(let isAbove):
      "is \(isAbove ? "above" : "below") the same \(unit.keyword) a year before"
    }
  }
}
