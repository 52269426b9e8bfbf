package import QueryLanguage

/// An exact number: what is compared with a statement is not rounded on the way.
package struct Fraction: Hashable, Comparable, Sendable {
  /// Carries the sign.
  package let numerator: Int128
  /// Above zero, and without a factor in common with the numerator.
  package let denominator: Int128

  package static let zero = Fraction(0)

  package init(_ number: Int) {
    numerator = Int128(number)
    denominator = 1
  }

  package init(_ ratio: Ratio) {
    self.init(Int128(ratio.numerator), over: Int128(ratio.denominator))
  }

  package init(_ numerator: Int, over denominator: Int) {
    self.init(Int128(numerator), over: Int128(denominator))
  }

  private init(_ numerator: Int128, over denominator: Int128) {
    let common = commonFactor(numerator, denominator)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = numerator / common * sign
    self.denominator = denominator / common * sign
  }

  /// The nearest to a number that is too large, or too fine, to be held exactly.
  private init(nearest real: Double) {
    let largest = 1e30
    let bounded = real.isNaN ? 0 : min(max(real, -largest), largest)
    guard abs(bounded) < 1e15 else {
      self.init(Int128(bounded), over: 1)
      return
    }
    let scale = 1e12
    self.init(Int128((bounded * scale).rounded()), over: Int128(scale))
  }

  /// The nearest floating-point number.
  package var real: Double { Double(numerator) / Double(denominator) }

  /// The number, where it is a whole one.
  package var wholeNumber: Int? { denominator == 1 ? Int(exactly: numerator) : nil }

  package var isNegative: Bool { numerator < 0 }

  /// Without its sign.
  package var magnitude: Fraction { isNegative ? -self : self }

  /// The nearest whole number on the side of zero.
  package var truncated: Int? { Int(exactly: numerator / denominator) }

  package static func < (a: Fraction, b: Fraction) -> Bool {
    let (left, overLeft) = a.numerator.multipliedReportingOverflow(by: b.denominator)
    let (right, overRight) = b.numerator.multipliedReportingOverflow(by: a.denominator)
    return overLeft || overRight ? a.real < b.real : left < right
  }

  package static prefix func - (a: Fraction) -> Fraction { .zero - a }

  package static func + (a: Fraction, b: Fraction) -> Fraction {
    let (left, overLeft) = a.numerator.multipliedReportingOverflow(by: b.denominator)
    let (right, overRight) = b.numerator.multipliedReportingOverflow(by: a.denominator)
    let (sum, overSum) = left.addingReportingOverflow(right)
    let (below, overBelow) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    return overLeft || overRight || overSum || overBelow
      ? Fraction(nearest: a.real + b.real) : Fraction(sum, over: below)
  }

  package static func - (a: Fraction, b: Fraction) -> Fraction {
    a + Fraction(-b.numerator, over: b.denominator)
  }

  package static func * (a: Fraction, b: Fraction) -> Fraction {
    let (above, overAbove) = a.numerator.multipliedReportingOverflow(by: b.numerator)
    let (below, overBelow) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    return overAbove || overBelow
      ? Fraction(nearest: a.real * b.real) : Fraction(above, over: below)
  }

  /// `nil` when divided by zero.
  package static func / (a: Fraction, b: Fraction) -> Fraction? {
    b.numerator == 0 ? nil : a * Fraction(b.denominator, over: b.numerator)
  }
}

/// The greatest common factor, at least 1.
private func commonFactor(_ a: Int128, _ b: Int128) -> Int128 {
  var (large, small) = (a.magnitude, b.magnitude)
  while small != 0 { (large, small) = (small, large % small) }
  return large == 0 || large > UInt128(Int128.max) ? 1 : Int128(large)
}
