package import Diagnostics

/// `highest since fy2010`, `lowest month since jul 2020` — beyond every other period compared; a
/// tie is neither.
package struct Superlative: JudgmentForm {
  package static let beginnings = ["highest since", "lowest since"]

  package let extreme: Extreme
  /// The periods that it is compared with.
  package let rivals: Reach

  /// Which end of all values.
  package enum Extreme: String, Sendable {
    case highest, lowest
  }

  private static let extremes: [String: Extreme] = [
    "highest": .highest, "most": .highest, "largest": .highest,
    "lowest": .lowest, "least": .lowest, "smallest": .lowest, "fewest": .lowest,
  ]

  package static func parse(from parser: inout Parser) throws(Diagnostic) -> Superlative? {
    guard let word = parser.current?.word, let extreme = extremes[word] else { return nil }
    parser.advance()
    return Superlative(extreme: extreme, rivals: try Reach.parse(from: &parser))
  }

  package func spelling(isNegated: Bool) -> String {
    "is \(isNegated ? "not " : "")\(extreme.rawValue) \(rivals.spelling)"
  }

  package var reach: Reach? { rivals }
  package var comparesPeriods: Bool { true }

  package func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> Superlative {
    Superlative(extreme: extreme, rivals: rivals.replacingPeriods(replace))
  }
}
