package import Diagnostics

/// `rose`, `fell by 300`, `rose by about 27%` — the direction of a change, and its size.
package struct Moved: JudgmentForm {
  package static let beginnings = ["rose", "fell"]
  package static let needsChange = true

  package let direction: Direction
  /// By how much, where that is stated.
  package let step: Step?

  /// The direction of a change.
  package enum Direction: String, Sendable {
    case rose, fell
  }

  private static let directions: [String: Direction] = [
    "rose": .rose, "up": .rose, "increased": .rose, "grew": .rose,
    "fell": .fell, "down": .fell, "decreased": .fell, "dropped": .fell,
  ]

  package static func parse(from parser: inout Parser) throws(Diagnostic) -> Moved? {
    guard let word = parser.current?.word, let direction = directions[word] else { return nil }
    parser.advance()
    return Moved(direction: direction, step: try Step.parse(from: &parser))
  }

  package func spelling(isNegated: Bool) -> String {
    (isNegated ? "not " : "") + direction.rawValue + (step.map { " \($0.spelling)" } ?? "")
  }

  package var amounts: [Amount] { step.map { [$0.amount] } ?? [] }
}
