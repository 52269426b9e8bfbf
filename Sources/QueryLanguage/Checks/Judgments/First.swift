package import Diagnostics

/// `first above 50% since oct 2019`, `first rise since fy2010` — what no earlier period compared
/// did.
package struct First: JudgmentForm {
  package static let beginnings = ["first"]

  package let event: Event
  /// The periods that it is compared with.
  package let earlier: Reach

  /// What occurs for the first time.
  package enum Event: Sendable {
    case above(Amount)
    case below(Amount)
    case rise
    case fall
  }

  package static func parse(from parser: inout Parser) throws(Diagnostic) -> First? {
    guard parser.current?.word == "first" else { return nil }
    parser.advance()
    let event = try Event(from: &parser)
    return First(event: event, earlier: try Reach.parseSince(from: &parser))
  }

  package func spelling(isNegated: Bool) -> String {
    "is \(isNegated ? "not " : "")first \(event.spelling) \(earlier.spelling)"
  }

  package var amounts: [Amount] {
    switch event {
    case .above(let amount), .below(let amount): [amount]
    case .rise, .fall: []
    }
  }

  // MARK: Periods

  package var reach: Reach? { earlier }
  package var comparesPeriods: Bool { comparesNeighbors }
  package var isRefutedByEarlier: Bool { true }

  package var comparesNeighbors: Bool {
    switch event {
    case .rise, .fall: true
    case .above, .below: false
    }
  }

  package func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> First {
    First(event: event, earlier: earlier.replacingPeriods(replace))
  }
}

extension First.Event {
  fileprivate init(from parser: inout Parser) throws(Diagnostic) {
    for word in ["above", "below", "rise", "fall"] { parser.expecting(.word(word)) }
    switch parser.current?.word {
    case "above", "over":
      parser.advance()
      self = .above(try Amount(from: &parser))
    case "below", "under":
      parser.advance()
      self = .below(try Amount(from: &parser))
    case "rise", "increase":
      parser.advance()
      self = .rise
    case "fall", "decrease", "drop":
      parser.advance()
      self = .fall
    default: throw .expected("`above`, `below`, `rise` or `fall`", at: parser.currentSpan)
    }
  }

  fileprivate var spelling: String {
    switch self {
    case .above(let amount): "above \(amount.spelling)"
    case .below(let amount): "below \(amount.spelling)"
    case .rise: "rise"
    case .fall: "fall"
    }
  }
}
