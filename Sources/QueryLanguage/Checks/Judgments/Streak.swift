package import Catalog
package import Diagnostics

/// `rose 3 months in a row`, `is below 50,000 for the 6th straight month` — the same of every
/// period up to the value's own.
package struct Streak: JudgmentForm {
  package static let beginnings: [String] = []

  package let event: Event
  /// At least so many, or exactly.
  package let count: Int
  package let isExact: Bool
  package let unit: TimeUnit

  /// What each period does.
  package enum Event: Sendable {
    case rose, fell
    case above(Amount)
    case below(Amount)
  }

  package static func parse(from parser: inout Parser) throws(Diagnostic) -> Streak? {
    var ahead = parser
    guard let event = Event(from: &ahead), let length = Length(from: &ahead) else { return nil }
    parser = ahead
    return Streak(event: event, count: length.count, isExact: length.isExact, unit: length.unit)
  }

  package func spelling(isNegated: Bool) -> String {
    let not = isNegated ? "not " : ""
    let length =
      isExact
      ? "for the \(NumberWords.spelling(ofOrdinal: count)) straight \(unit.name)"
      : "\(count) \(unit.name)\(count == 1 ? "" : "s") in a row"
    return event.spelling(not) + " " + length
  }

  package var amounts: [Amount] {
    switch event {
    case .above(let amount), .below(let amount): [amount]
    case .rose, .fell: []
    }
  }

  package var reach: Reach? { Reach(.ever, unit: unit) }
  package var comparesPeriods: Bool { amounts.isEmpty }
  /// The real length is told as far as two more dozen periods.
  package var mostLookedAt: Int? { count + 24 }
  package var mostCompared: Int { count + 1 }
  package var tellsCount: Bool { true }
}

extension Streak.Event {
  fileprivate init?(from parser: inout Parser) {
    if let direction = Moved.direction(from: &parser) {
      self = direction == .rose ? .rose : .fell
      return
    }
    let isAbove: Bool
    switch parser.current?.word {
    case "above", "over": isAbove = true
    case "below", "under": isAbove = false
    default: return nil
    }
    parser.advance()
    guard let amount = try? Amount(from: &parser) else { return nil }
    self = isAbove ? .above(amount) : .below(amount)
  }

  fileprivate func spelling(_ not: String) -> String {
    switch self {
    case .rose: not + "rose"
    case .fell: not + "fell"
    case .above(let amount): "is \(not)above \(amount.spelling)"
    case .below(let amount): "is \(not)below \(amount.spelling)"
    }
  }
}

/// How long a streak is said to be.
private struct Length {
  let count: Int
  let isExact: Bool
  let unit: TimeUnit

  /// Reads `3 months in a row`, `3 straight months`, `for the 3rd straight month`.
  init?(from parser: inout Parser) {
    if parser.skip(words: "for", "the") {
      guard let rank = parser.current?.word.flatMap(NumberWords.ordinal) else { return nil }
      parser.advance()
      guard parser.skipStraight(), let unit = parser.timeUnit() else { return nil }
      (count, isExact, self.unit) = (rank, true, unit)
      return
    }
    guard let number = parser.streakCount() else { return nil }
    let isStraight = parser.skipStraight()
    guard let unit = parser.timeUnit() else { return nil }
    if !isStraight {
      guard parser.skip(words: "in", "a"), parser.skip(word: "row") else { return nil }
    }
    (count, isExact, self.unit) = (number, false, unit)
  }
}

extension Parser {
  fileprivate mutating func skipStraight() -> Bool {
    skip(word: "straight") || skip(word: "consecutive")
  }

  /// `3` or `three`.
  fileprivate mutating func streakCount() -> Int? {
    if let number = current?.word.flatMap(NumberWords.number) {
      advance()
      return number
    }
    return try? count()
  }
}
