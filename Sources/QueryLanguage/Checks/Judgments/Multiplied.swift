package import Diagnostics

/// `doubled`, `nearly tripled`, `more than quadrupled` — a value as a multiple of an earlier one.
package struct Multiplied: JudgmentForm {
  package static let beginnings = Multiple.allCases.map(\.rawValue)
  package static let needsChange = true

  package let multiple: Multiple
  /// `nearly`, `more than`; `nil` for the word alone.
  package let degree: Degree?

  /// The multiples that have a word.
  package enum Multiple: String, CaseIterable, Sendable {
    case doubled, tripled, quadrupled, halved

    /// The factor.
    package var factor: Ratio {
      switch self {
      case .doubled: Ratio(2)
      case .tripled: Ratio(3)
      case .quadrupled: Ratio(4)
      case .halved: Ratio(5, over: 10)
      }
    }
  }

  package static func parse(from parser: inout Parser) throws(Diagnostic) -> Multiplied? {
    let degree = Degree.parse(before: { Multiple(rawValue: $0) != nil }, from: &parser)
    guard let multiple = parser.current?.word.flatMap(Multiple.init(rawValue:)) else {
      return nil
    }
    parser.advance()
    return Multiplied(multiple: multiple, degree: degree)
  }

  package func spelling(isNegated: Bool) -> String {
    (isNegated ? "not " : "") + (degree?.spelling() ?? "") + multiple.rawValue
  }

  package var statesNumber: Bool { true }
}
