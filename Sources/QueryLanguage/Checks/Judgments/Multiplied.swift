package import Diagnostics

/// `doubled`, `nearly tripled` — a value as a multiple of an earlier one.
package struct Multiplied: JudgmentForm {
  package static let beginnings = Multiple.allCases.map(\.rawValue)
  package static let needsChange = true

  package let multiple: Multiple
  package let isNearly: Bool

  /// The multiples that have a word.
  package enum Multiple: String, CaseIterable, Sendable {
    case doubled, tripled, halved

    /// The factor.
    package var factor: Ratio {
      switch self {
      case .doubled: Ratio(2)
      case .tripled: Ratio(3)
      case .halved: Ratio(5, over: 10)
      }
    }
  }

  package static func parse(from parser: inout Parser) throws(Diagnostic) -> Multiplied? {
    let isNearly = ["nearly", "almost"].contains(parser.current?.word)
    let word = isNearly ? parser.peekWord(1) : parser.current?.word
    guard let multiple = word.flatMap(Multiple.init(rawValue:)) else { return nil }
    if isNearly { parser.advance() }
    parser.advance()
    return Multiplied(multiple: multiple, isNearly: isNearly)
  }

  package func spelling(isNegated: Bool) -> String {
    (isNegated ? "not " : "") + (isNearly ? "nearly " : "") + multiple.rawValue
  }
}
