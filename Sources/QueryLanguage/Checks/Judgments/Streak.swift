package import Diagnostics

/// `rose 3 months in a row`, `is below 50,000 for the 6th straight month` — the same of every
/// period up to the value's own.
package struct Streak: JudgmentForm {
  package static let beginnings: [String] = []

  package let event: Event
  package let length: StreakLength

  /// What each period does.
  package enum Event: Sendable {
    case rose, fell
    case above(Amount)
    case below(Amount)
  }

  package static func parse(from parser: inout Parser) throws(Diagnostic) -> Streak? {
    var ahead = parser
    guard let event = Event(from: &ahead), let length = StreakLength(from: &ahead) else {
      return nil
    }
    parser = ahead
    return Streak(event: event, length: length)
  }

  package func spelling(isNegated: Bool) -> String {
    event.spelling(isNegated ? "not " : "") + " " + length.spelling
  }

  package var amounts: [Amount] {
    switch event {
    case .above(let amount), .below(let amount): [amount]
    case .rose, .fell: []
    }
  }

  package var reach: Reach? {
    Reach(
      .ever,
      unit: length.unit.timeUnit,
      years: length.unit.isYear ? .yearOrMonth : nil
    )
  }
  package var comparesPeriods: Bool { amounts.isEmpty }
  /// The real length is told as far as two more dozen periods.
  package var mostLookedAt: Int? { length.count + 24 }
  package var mostCompared: Int { length.count + 1 }
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
