package import Diagnostics

/// `flat` — a change of at most five percent either way.
package struct Flat: JudgmentForm {
  package static let beginnings = ["flat"]
  package static let needsChange = true

  /// The largest change in percent that is called flat.
  package static let mostPercent = 5

  package static func parse(from parser: inout Parser) throws(Diagnostic) -> Flat? {
    switch (parser.current?.word, parser.peekWord(1)) {
    case ("flat"?, _), ("unchanged"?, _): parser.advance()
    case ("about"?, "flat"?): parser.position += 2
    case ("about"?, "the"?) where parser.peekWord(2) == "same": parser.position += 3
    default: return nil
    }
    return Flat()
  }

  package func spelling(isNegated: Bool) -> String { isNegated ? "is not flat" : "is flat" }
}
