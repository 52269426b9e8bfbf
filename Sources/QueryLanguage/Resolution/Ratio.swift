/// A number as typed, held exactly: `1.5` is 15/10.
package struct Ratio: Hashable, Sendable {
  package let numerator: Int
  /// A power of ten.
  package let denominator: Int

  package init(_ numerator: Int, over denominator: Int = 1) {
    self.numerator = numerator
    self.denominator = denominator
  }

  package var negated: Ratio { Ratio(-numerator, over: denominator) }
  package var timesHundred: Ratio { Ratio(numerator * 100, over: denominator) }
  package var real: Double { Double(numerator) / Double(denominator) }
}

extension NumberLiteral {
  /// The factors of `k`, `m` and `b`.
  package var factor: Int {
    switch suffix {
    case "k": 1_000
    case "m": 1_000_000
    case "b": 1_000_000_000
    default: 1
    }
  }

  /// `740k` is 740,000, `50%` is 0.5; `nil` when it is too large to compute with.
  package var ratio: Ratio? {
    let (numerator, overflow) = digits.multipliedReportingOverflow(by: factor)
    // The largest number: products of two still fit SQLite's integers.
    guard !overflow, numerator < 1 << 53, decimals <= 12 else { return nil }
    let denominator = (0..<decimals + (suffix == "%" ? 2 : 0)).reduce(1) { power, _ in power * 10 }
    return Ratio(numerator, over: denominator)
  }
}
