package import Diagnostics

/// `is between 30,000 and 40,000`, `is 30,000 to 40,000` — from one number to another, both
/// included.
package struct Ranged: JudgmentForm {
  package static let beginnings = ["between"]

  package let low: Amount
  package let high: Amount

  package static func parse(from parser: inout Parser) throws(Diagnostic) -> Ranged? {
    guard parser.current?.word == "between" else { return plain(from: &parser) }
    parser.advance()
    let low = try Amount(from: &parser)
    guard parser.skip(word: "and") else { throw .expected("`and`", at: parser.currentSpan) }
    let high = try Amount(from: &parser)
    return Ranged(low: low, high: high)
  }

  /// `30,000 to 40,000`; where it finds something else, the parser does not move.
  private static func plain(from parser: inout Parser) -> Ranged? {
    guard parser.hasAmount(0) else { return nil }
    var ahead = parser
    guard let low = try? Amount(from: &ahead), ahead.skip(word: "to"), ahead.hasAmount(0),
      let high = try? Amount(from: &ahead)
    else { return nil }
    parser = ahead
    return Ranged(low: low, high: high)
  }

  package func spelling(isNegated: Bool) -> String {
    "is \(isNegated ? "not " : "")between \(low.spelling) and \(high.spelling)"
  }

  package var amounts: [Amount] { [low, high] }

  package func refusal(of query: ResolvedQuery, at span: SourceSpan) -> Diagnostic? {
    low.scale == high.scale ? nil : .unlikeEnds(low, high)
  }
}

extension Diagnostic {
  fileprivate static func unlikeEnds(_ low: Amount, _ high: Amount) -> Diagnostic {
    Diagnostic(
      "unlike-ends",
      "both ends of a range count the same, and \(low.spelling) and \(high.spelling) do not",
      at: low.span.joined(with: high.span),
      hint: "such as `is between 30% and 40%`"
    )
  }
}
