import Catalog
package import Diagnostics

/// `is 2nd largest citizenship` — the place of a value among those of its dimension.
package struct Placed: JudgmentForm {
  package static let beginnings = ["largest", "smallest"]

  /// 1 for the largest itself, 2 for the second.
  package let rank: Int
  package let isLargest: Bool
  package let dimension: Name

  private static let words: [String: Bool] = [
    "largest": true, "highest": true, "biggest": true, "smallest": false, "lowest": false,
  ]

  package static func parse(from parser: inout Parser) throws(Diagnostic) -> Placed? {
    let start = parser.position
    let rank = parser.rank(before: words.keys.contains)
    guard let isLargest = parser.current?.word.flatMap({ words[$0] }) else {
      parser.position = start
      return nil
    }
    parser.advance()
    guard parser.current?.word.flatMap(TimeUnit.init(word:)) == nil,
      let dimension = parser.name(.dimensions)
    else {
      parser.position = start
      return nil
    }
    return Placed(rank: rank ?? 1, isLargest: isLargest, dimension: dimension)
  }

  package func spelling(isNegated: Bool) -> String {
    "is \(isNegated ? "not " : "")\(rank == 1 ? "" : NumberWords.spelling(ofOrdinal: rank) + " ")"
      + "\(isLargest ? "largest" : "smallest") \(dimension.spelling)"
  }

  package var rankedDimension: Name? { dimension }

  package func refusal(of query: ResolvedQuery, at span: SourceSpan) -> Diagnostic? {
    guard query.versus != nil else { return nil }
    return Diagnostic(
      "place-of-a-change",
      "a place among the values of a dimension is that of one period, and here are two",
      at: span
    )
  }
}
