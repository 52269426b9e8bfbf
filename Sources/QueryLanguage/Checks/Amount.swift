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

  init(
    _ literal: NumberLiteral,
    isNegative: Bool,
    isPercent: Bool,
    at span: SourceSpan
  ) throws(Diagnostic) {
    let plain = NumberLiteral(
      digits: literal.digits,
      decimals: literal.decimals,
      suffix: literal.suffix == "%" ? nil : literal.suffix,
      isPlain: literal.isPlain,
      length: literal.length
    )
    guard let value = plain.ratio else {
      throw Diagnostic("too-large", "the number is too large to count with", at: span)
    }
    self.literal = plain
    self.isNegative = isNegative
    self.isPercent = isPercent
    self.value = isNegative ? value.negated : value
    self.span = span
  }

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
