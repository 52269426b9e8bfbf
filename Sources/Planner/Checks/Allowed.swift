import QueryLanguage

/// The values that a statement allows: `is about 740k` allows 739,500 to 740,500.
package struct Allowed: Hashable, Sendable {
  /// The ends.
  package let low: Interval.Bound
  package let high: Interval.Bound
  /// Whether the ends themselves are allowed.
  package let includesLow: Bool
  package let includesHigh: Bool
  /// Whether everything but these values is allowed.
  package let isComplement: Bool
  /// The value that a published figure may have as printed, however the publisher rounded it.
  package let asPublished: Fraction?

  init(
    _ low: Interval.Bound,
    _ high: Interval.Bound,
    includesLow: Bool = true,
    includesHigh: Bool = true,
    isComplement: Bool = false,
    asPublished: Fraction? = nil
  ) {
    self.low = low
    self.high = high
    self.includesLow = includesLow
    self.includesHigh = includesHigh
    self.isComplement = isComplement
    self.asPublished = asPublished
  }

  /// Whether an estimate lies in it: with every value that it can have, with none, or with some.
  func contains(_ estimate: Estimate) -> Truth {
    if estimate.origin == .published, estimate.interval.isBounded, estimate.point == asPublished {
      return isComplement ? .no : .yes
    }
    let own = estimate.interval
    let isAbove = includesLow ? own.low >= low : own.low > low
    let isBelow = includesHigh ? own.high <= high : own.high < high
    let isApart =
      (includesLow ? own.high < low : own.high <= low)
      || (includesHigh ? own.low > high : own.low >= high)
    let truth: Truth =
      (isAbove || low == .negativeInfinity) && (isBelow || high == .positiveInfinity)
      ? .yes : isApart ? .no : .unknown
    return isComplement ? truth.negated : truth
  }

  /// The same on the other side of zero: what `fell by 300` means for a change.
  var mirrored: Allowed {
    let turned = -Interval(low, high)
    return Allowed(
      turned.low,
      turned.high,
      includesLow: includesHigh,
      includesHigh: includesLow,
      isComplement: isComplement,
      asPublished: asPublished.map { -$0 }
    )
  }

  /// The same for values in another unit; `factor` is above zero.
  func scaled(by factor: Fraction) -> Allowed {
    let interval = Interval(low, high) * Interval(factor)
    return Allowed(
      interval.low,
      interval.high,
      includesLow: includesLow,
      includesHigh: includesHigh,
      isComplement: isComplement,
      asPublished: asPublished.map { $0 * factor }
    )
  }

  static let aboveZero = Allowed(.number(.zero), .positiveInfinity, includesLow: false)
}

// MARK: What words allow

extension Allowed {
  /// What a degree and a number allow, for values that are whole numbers or not.
  init(_ degree: Degree, _ amount: Amount, wholeNumbers: Bool) {
    let stated = Fraction(amount.value)
    let end = Interval.Bound.number(stated)
    switch degree {
    case .equal, .notEqual:
      self.init(
        equalTo: stated,
        rounded: !wholeNumbers || amount.isDecimal || amount.isPercent || amount.isShortened
          ? Self.place(of: amount, stated) : nil,
        isComplement: degree == .notEqual
      )
    case .less: self.init(.negativeInfinity, end, includesHigh: false)
    case .atMost, .lessThan: self.init(.negativeInfinity, end)
    case .greater: self.init(end, .positiveInfinity, includesLow: false)
    case .atLeast, .moreThan: self.init(end, .positiveInfinity)
    case .about:
      let half = Fraction(amount.lastDigit) * Fraction(1, over: 2)
      self.init(.number(stated - half), .number(stated + half))
    case .nearly:
      let tenthBelow = stated * Fraction(9, over: 10)
      self.init(.number(min(stated, tenthBelow)), .number(max(stated, tenthBelow)))
    }
  }

  /// The unit that a number is rounded to: that of its last digit; for a number written short at
  /// most a tenth of it, so that `3m` allows at most 5 percent either way.
  private static func place(of amount: Amount, _ stated: Fraction) -> Fraction {
    let place = Fraction(amount.lastPlace)
    guard amount.isShortened, stated != .zero else { return place }
    let tenth = (stated.isNegative ? -stated : stated) * Fraction(1, over: 10)
    return min(place, tenth)
  }

  /// The values that round to a number at a unit, halves away from zero; without a unit only the
  /// number.
  private init(equalTo stated: Fraction, rounded unit: Fraction?, isComplement: Bool) {
    guard let unit else {
      self.init(
        .number(stated),
        .number(stated),
        isComplement: isComplement,
        asPublished: stated
      )
      return
    }
    let half = unit * Fraction(1, over: 2)
    self.init(
      .number(stated - half),
      .number(stated + half),
      includesLow: stated > .zero,
      includesHigh: stated < .zero,
      isComplement: isComplement,
      asPublished: stated
    )
  }
}
