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
    "fell": .fell, "down": .fell, "decreased": .fell, "dropped": .fell, "declined": .fell,
  ]

  /// Reads the direction alone; where it finds something else, the parser does not move.
  static func direction(from parser: inout Parser) -> Direction? {
    guard let direction = parser.current?.word.flatMap({ directions[$0] }) else { return nil }
    parser.advance()
    return direction
  }

  package static func parse(from parser: inout Parser) throws(Diagnostic) -> Moved? {
    guard parser.current?.word != "up" || parser.peekWord(1) != "to",
      let direction = direction(from: &parser)
    else { return nil }
    return Moved(direction: direction, step: try Step.parse(from: &parser))
  }

  package func spelling(isNegated: Bool) -> String {
    (isNegated ? "not " : "") + direction.rawValue + (step.map { " \($0.spelling)" } ?? "")
  }

  package var amounts: [Amount] { step.map { [$0.amount] } ?? [] }
  package var statesNumber: Bool { step != nil }
  package var isRoundlySaid: Bool { step?.degree.isRoundlySaid ?? false }
}
