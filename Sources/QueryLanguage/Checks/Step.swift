import Diagnostics

/// By how much something rose or fell: `by 27%`, `by about 300`, `by 5 points`, `by half`.
package struct Step: Sendable {
  package let degree: Degree
  package let amount: Amount

  var spelling: String { "by \(degree.spelling(leavingOut: .equal))\(amount.spelling)" }

  /// `nil` where no amount follows.
  static func parse(from parser: inout Parser) throws(Diagnostic) -> Step? {
    guard parser.skip(word: "by") || parser.hasAmount(0) || parser.hasHedgedAmount else {
      return nil
    }
    let degree = Degree.parse(from: &parser) ?? .equal
    let amount = try Amount(from: &parser)
    guard amount.value.numerator > 0 else {
      throw Diagnostic(
        "step-without-size",
        "`rose` and `fell` say the direction, and the amount after them is more than zero",
        at: amount.span,
        hint: "such as `rose by 27%` or `fell by 300`"
      )
    }
    return Step(degree: degree, amount: amount)
  }
}

extension Parser {
  /// Whether words such as `more than` come next, and a number after them.
  fileprivate var hasHedgedAmount: Bool {
    lookAhead { Degree.parse(from: &$0) }.map { $0.after.hasAmount(0) } ?? false
  }
}
