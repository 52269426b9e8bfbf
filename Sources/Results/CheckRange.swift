/// Numbers from one to another; an end that is `nil` is open.
package struct CheckRange: Equatable, Sendable {
  /// The ends; `nil` where it is open.
  package let low: Number?
  package let high: Number?
  /// Whether the ends belong to it.
  package let includesLow: Bool
  package let includesHigh: Bool
  /// Whether everything but these numbers is meant.
  package let isComplement: Bool

  package init(
    low: Number?,
    high: Number?,
    includesLow: Bool = true,
    includesHigh: Bool = true,
    isComplement: Bool = false
  ) {
    self.low = low
    self.high = high
    self.includesLow = includesLow
    self.includesHigh = includesHigh
    self.isComplement = isComplement
  }

  /// One number.
  init(only number: Number) { self.init(low: number, high: number) }

  /// Everything from the lower end of two ranges to the higher one.
  func union(_ other: CheckRange) -> CheckRange {
    CheckRange(
      low: low.flatMap { own in other.low.map { own.real <= $0.real ? own : $0 } },
      high: high.flatMap { own in other.high.map { own.real >= $0.real ? own : $0 } }
    )
  }

  /// Whether it is one number.
  package var isPoint: Bool { low != nil && low == high }

  /// Whether a number lies in it, its ends included.
  package func contains(_ number: Number) -> Bool {
    (low.map { $0.real <= number.real } ?? true) && (high.map { number.real <= $0.real } ?? true)
  }
}
