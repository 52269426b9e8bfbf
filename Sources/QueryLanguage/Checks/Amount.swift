package import Diagnostics

/// A number as stated.
package struct Amount: Sendable {
  /// As written, without its percent sign.
  package let literal: NumberLiteral
  package let isNegative: Bool
  /// In percent: `-18%`, `18 percent`.
  package let isPercent: Bool
  /// The number itself; for `18%`, 18.
  package let value: Ratio
  package let span: SourceSpan

  /// Whether a part of a unit is stated: `1.2m`, `50.5%`.
  package var isDecimal: Bool { literal.decimals > 0 }

  /// Whether it is abbreviated with `k`, `m` or `b`: nobody who says 1.7m means exactly 1,700,000.
  package var isShortened: Bool { literal.suffix != nil }

  /// One unit of the last place that is written: for `50.5` a tenth, for `740k` a thousand.
  package var lastPlace: Ratio {
    let factor = Int(literal.factor)
    let denominator = (0..<literal.decimals).reduce(1) { power, _ in power * 10 }
    return Ratio(factor, over: denominator)
  }

  /// One unit of the last digit that is stated. Zeros at the end of a plain whole number only hold
  /// places, as in `900` and `740,000`; after a decimal point, or before `k` and `m`, they are
  /// stated.
  package var lastDigit: Ratio {
    guard literal.decimals == 0, literal.suffix == nil, literal.digits > 0, !isPercent else {
      return lastPlace
    }
    var unit = 1
    while literal.digits % (unit * 10) == 0 { unit *= 10 }
    return Ratio(unit)
  }

  /// As written in a statement.
  package var spelling: String {
    (isNegative ? "-" : "") + literal.spelling + (isPercent ? "%" : "")
  }
}

// MARK: Parsing

extension Amount {
  /// Reads `740,000`, `740k`, `-18%` or `18 percent`.
  init(from parser: inout Parser) throws(Diagnostic) {
    let start = parser.position
    isNegative = parser.skip(.minus)
    if !isNegative { parser.skip(.plus) }
    parser.expecting(.number)
    guard let token = parser.current, case .number(let literal) = token.kind else {
      throw .expected(
        "a number",
        at: parser.currentSpan,
        hint: "such as `740,000`, `740k` or `-18%`"
      )
    }
    parser.advance()
    isPercent = literal.suffix == "%" || literal.suffix == nil && parser.isPercentWord()
    self.literal = NumberLiteral(
      digits: literal.digits,
      decimals: literal.decimals,
      suffix: isPercent ? nil : literal.suffix,
      isPlain: literal.isPlain,
      length: literal.length
    )
    span = parser.span(from: start)
    guard let value = self.literal.ratio else {
      throw Diagnostic("too-large", "the number is too large to count with", at: span)
    }
    self.value = isNegative ? value.negated : value
  }
}

extension Parser {
  /// Whether a number, or a minus before one, stands some places after the current token.
  func hasAmount(_ distance: Int) -> Bool {
    switch peek(distance)?.kind {
    case .number?: true
    case .minus?: hasAmount(distance + 1)
    default: false
    }
  }

  /// Consumes `percent`, which is not suggested: counts of events cannot be percentages.
  fileprivate mutating func isPercentWord() -> Bool {
    guard current?.word == "percent" else { return false }
    advance()
    return true
  }
}
