import Planner
import Results

extension CheckRange {
  init(_ allowed: Allowed) {
    self.init(
      low: allowed.low.number.map { Number($0) },
      high: allowed.high.number.map { Number($0) },
      includesLow: allowed.includesLow,
      includesHigh: allowed.includesHigh,
      isComplement: allowed.isComplement
    )
  }

  /// Where an estimate lies; `nil` for one that is exact.
  init?(_ estimate: Estimate) {
    guard estimate.interval.point == nil else { return nil }
    self.init(estimate.interval)
  }

  init(_ interval: Interval) {
    self.init(
      low: interval.low.number.map { Number($0) },
      high: interval.high.number.map { Number($0) }
    )
  }
}

extension Number {
  init(_ fraction: Fraction) {
    self = fraction.wholeNumber.map { .integer($0) } ?? .real(fraction.real)
  }
}
