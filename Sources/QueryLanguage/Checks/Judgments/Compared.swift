import Catalog
package import Diagnostics

/// `> removals in fy2011`, `is 2.5 times encounters in fy2019`, `is 60% of encounters in fy2025` —
/// a value beside that of another question.
package struct Compared: JudgmentForm {
  package static let beginnings = ["> ", "twice"]

  package let degree: Degree
  /// How many times the other, or which part of it; `nil` for the other itself.
  package let factor: Amount?
  package let question: Query

  package static func parse(from parser: inout Parser) throws(Diagnostic) -> Compared? {
    var ahead = parser
    let degree = Degree.parse(from: &ahead) ?? comparison(from: &ahead)
    let factor = factor(from: &ahead)
    guard degree != nil || factor != nil, let question = try ahead.otherQuestion() else {
      return nil
    }
    parser = ahead
    return Compared(degree: degree ?? .equal, factor: factor, question: question)
  }

  /// `higher than`, `lower than`.
  private static func comparison(from parser: inout Parser) -> Degree? {
    if parser.skip(words: "higher", "than") || parser.skip(words: "greater", "than") {
      return .greater
    }
    return parser.skip(words: "lower", "than") || parser.skip(words: "smaller", "than")
      ? .less : nil
  }

  /// `2.5 times`, `60% of`, `half of`, `twice`; where no question can follow, the parser does not
  /// move.
  private static func factor(from parser: inout Parser) -> Amount? {
    guard parser.hasAmount(0) else { return nil }
    var ahead = parser
    guard let amount = try? Amount(from: &ahead) else { return nil }
    switch amount.scale {
    case .times: ahead.skip(word: "of")
    case .percent: guard ahead.skip(word: "of") || ahead.current?.word == "that" else { return nil }
    case .units, .points: return nil
    }
    parser = ahead
    return amount
  }

  package func spelling(isNegated: Bool) -> String {
    let sign = degree.spelling(leavingOut: factor == nil ? nil : .equal)
    let part = factor.map { $0.scale == .percent ? "\($0.spelling) of " : "\($0.spelling) " } ?? ""
    let words = sign + part + question.spelling
    let isPlainSign = degree.isSign && !isNegated && (factor == nil || degree != .equal)
    return isPlainSign ? words : "is \(isNegated ? "not " : "")\(words)"
  }

  package var amounts: [Amount] { factor.map { [$0] } ?? [] }
  package var statesNumber: Bool { factor != nil && degree != .notEqual }
  package var isRoundlySaid: Bool { degree.isRoundlySaid }
  package var other: Query? { question }

  package func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> Compared {
    var other = question
    other.clauses = question.clauses.map { $0.replacingPeriods(replace) }
    return Compared(degree: degree, factor: factor, question: other)
  }

  package func refusal(of query: ResolvedQuery, at span: SourceSpan) -> Diagnostic? {
    guard query.versus != nil else { return nil }
    return Diagnostic(
      "change-beside-a-question",
      "a change is judged by a number, and here is another question",
      at: span,
      hint: "such as `change in removals from fy2021 to fy2022 = 27%`"
    )
  }
}
