package import Diagnostics

/// `within 2%`, `within 1 point` — how far a stated number may be off and still be close.
package struct Width: Sendable {
  /// In percent of the figure, or in points of a percentage; above zero.
  package let value: Ratio
  package let isPoints: Bool
  package let span: SourceSpan
  private let literal: NumberLiteral

  var spelling: String { "within \(literal.spelling)\(isPoints ? " points" : "%")" }
}

extension Width {
  /// Reads it after a judgment; `nil` where none follows.
  static func parse(from parser: inout Parser) throws(Diagnostic) -> Width? {
    let start = parser.position
    guard parser.current?.word == "within" else { return nil }
    parser.advance()
    guard let token = parser.current, case .number(let literal) = token.kind else {
      throw .expectedWidth(at: parser.currentSpan)
    }
    parser.advance()
    let isPercent =
      literal.suffix == "%"
      || parser.current?.word == "percent" && parser.peekWord(1) != "points"
    if literal.suffix != "%" {
      if !isPercent, parser.current?.word == "percent" || parser.current?.word == "percentage" {
        parser.advance()
      }
      guard ["percent", "points", "point"].contains(parser.current?.word) else {
        throw .expectedWidth(at: parser.span(from: start))
      }
      parser.advance()
    }
    let plain = NumberLiteral(
      digits: literal.digits,
      decimals: literal.decimals,
      suffix: nil,
      isPlain: literal.isPlain,
      length: literal.length
    )
    let span = parser.span(from: start)
    guard let value = plain.ratio, value.numerator > 0, value.real < 100 else {
      throw .expectedWidth(at: span)
    }
    return Width(value: value, isPoints: !isPercent, span: span, literal: plain)
  }

  /// Why nothing can be close to what is stated.
  func refusal(after judgment: Judgment) -> Diagnostic? {
    judgment.form.statesNumber && !judgment.isNegated ? nil : .neverClose(judgment, at: span)
  }
}

extension Diagnostic {
  fileprivate static func expectedWidth(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "expected-width",
      "expected how far a number may be off",
      at: span,
      hint: "such as `within 2%` or `within 1 points`, below 100"
    )
  }

  fileprivate static func neverClose(_ judgment: Judgment, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "never-close",
      "`\(judgment.spelling)` holds or fails, and is never close",
      at: span,
      hint: "`within` follows a stated number, as in `= 740,000 within 2%`"
    )
  }
}
