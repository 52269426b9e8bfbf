package import Diagnostics

/// `highest since fy2010`, `2nd lowest month since jul 2020`, `record high` — beyond every other
/// period compared, or all but some; a tie is neither.
package struct Superlative: JudgmentForm {
  package static let beginnings = [
    "highest since", "lowest since", "highest ever", "lowest ever", "record high", "record low",
    "2nd highest since", "2nd lowest since",
  ]

  package let extreme: Extreme
  /// 1 for the highest itself, 2 for the second.
  package let rank: Int
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
    if let extreme = record(from: &parser) {
      return Superlative(extreme: extreme, rank: 1, rivals: Reach(.ever))
    }
    let rank = parser.rank(before: extremes.keys.contains)
    guard let word = parser.current?.word, let extreme = extremes[word] else { return nil }
    parser.advance()
    return Superlative(extreme: extreme, rank: rank ?? 1, rivals: try Reach.parse(from: &parser))
  }

  /// `record high`, `a new record low`, `at an all-time high`; where it finds something else, the
  /// parser does not move.
  private static func record(from parser: inout Parser) -> Extreme? {
    let start = parser.position
    parser.skip(anyOf: "at")
    parser.skip(anyOf: "a", "an")
    parser.skip(anyOf: "new")
    guard parser.skip(anyOf: "record") || parser.skipAllTime() else {
      parser.position = start
      return nil
    }
    let extreme: Extreme? =
      switch parser.current?.word {
      case "high": .highest
      case "low": .lowest
      default: nil
      }
    parser.position = extreme == nil ? start : parser.position + 1
    return extreme
  }

  package func spelling(isNegated: Bool) -> String {
    "is \(isNegated ? "not " : "")"
      + (isRecord
        ? "record \(extreme == .highest ? "high" : "low")"
        : (rank == 1 ? "" : NumberWords.spelling(ofOrdinal: rank) + " ")
          + "\(extreme.rawValue) \(rivals.spelling)")
  }

  /// Whether it is beyond all that is held before it.
  private var isRecord: Bool {
    rank == 1 && rivals.isOpen && rivals.unit == nil && rivals.month == nil
  }

  package var reach: Reach? { rivals }
  package var comparesPeriods: Bool { true }
  package var tellsLater: Bool { rivals.isOpen }

  package func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> Superlative {
    Superlative(extreme: extreme, rank: rank, rivals: rivals.replacingPeriods(replace))
  }
}

extension Parser {
  /// Consumes `all-time`.
  fileprivate mutating func skipAllTime() -> Bool {
    guard current?.word == "all", peek(1)?.kind == .minus, peekWord(2) == "time" else {
      return skip(words: "all", "time")
    }
    position += 3
    return true
  }

  /// `2nd`, `third`, where a word follows that can be ranked.
  mutating func rank(before isRanked: (String) -> Bool) -> Int? {
    guard let rank = current?.word.flatMap(NumberWords.ordinal), rank > 1 else { return nil }
    let start = position
    advance()
    // `second-lowest`
    if current?.kind == .minus { advance() }
    guard current?.word.map(isRanked) == true else {
      position = start
      return nil
    }
    return rank
  }
}
