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

  /// One divided by each of them, for values above zero.
  var inverse: Allowed {
    let turned = Interval(Fraction(1)) / Interval(low, high)
    return Allowed(
      turned.low,
      turned.high,
      includesLow: includesHigh,
      includesHigh: includesLow,
      isComplement: isComplement
    )
  }

  /// All numbers on the other side of the only end.
  var complementOfHalfLine: Allowed {
    low == .negativeInfinity
      ? Allowed(high, .positiveInfinity, includesLow: !includesHigh)
      : Allowed(.negativeInfinity, low, includesHigh: !includesLow)
  }

  static let aboveZero = Allowed(.number(.zero), .positiveInfinity, includesLow: false)
}

// MARK: What words allow

extension Allowed {
  /// What a degree and a number allow, for values that are whole numbers or not.
  init(_ degree: Degree, _ amount: Amount, wholeNumbers: Bool) {
    let stated = Fraction(amount.value)
    let end = Interval.Bound.number(stated)
    let isExclusive = amount.part != nil
    switch degree {
    case .equal: self = Self.equal(to: amount, wholeNumbers: wholeNumbers)
    case .notEqual: self = Self.equal(to: amount, wholeNumbers: wholeNumbers).complement
    case .less: self.init(.negativeInfinity, end, includesHigh: false)
    case .atMost: self.init(.negativeInfinity, end)
    case .lessThan: self.init(.negativeInfinity, end, includesHigh: !isExclusive)
    case .greater: self.init(end, .positiveInfinity, includesLow: false)
    case .atLeast: self.init(end, .positiveInfinity)
    case .moreThan: self.init(end, .positiveInfinity, includesLow: !isExclusive)
    case .about:
      self = Self.about(amount).joined(with: Self.equal(to: amount, wholeNumbers: wholeNumbers))
    case .nearly: self = Self.nearly(amount)
    }
  }

  /// `= V`: exactly the number; of a percentage, ratio or decimal what rounds to it; of a part in
  /// words what people call so; of a multiple from a twentieth below to a fifth above, and of one
  /// that is a word that or more.
  private static func equal(to amount: Amount, wholeNumbers: Bool) -> Allowed {
    let stated = Fraction(amount.value)
    if let part = amount.part {
      let fifth = stated * Fraction(1, over: 5)
      let margin = part.numerator > 0 ? min(Fraction(2), fifth) : .zero
      return Allowed(.number(stated - margin), .number(stated + margin))
    }
    if amount.isWordOfMultiple { return Allowed(.number(stated), .positiveInfinity) }
    if amount.scale == .times {
      return Allowed(
        .number(stated * Fraction(19, over: 20)),
        .number(stated * Fraction(6, over: 5))
      )
    }
    let isRounded =
      !wholeNumbers || amount.isDecimal || amount.scale != .units || amount.isShortened
    return Allowed(equalTo: stated, rounded: isRounded ? place(of: amount, stated) : nil)
  }

  /// `about V`: half a unit of its last stated digit either way, at most a twentieth of it, or a
  /// tenth where one digit is stated.
  private static func about(_ amount: Amount) -> Allowed {
    let stated = Fraction(amount.value)
    let half = Fraction(amount.lastDigit) * Fraction(1, over: 2)
    let most = stated.magnitude * Fraction(1, over: amount.statedDigits == 1 ? 10 : 20)
    let margin = min(half, most)
    return Allowed(.number(stated - margin), .number(stated + margin))
  }

  /// `nearly V`: from one unit of its last digit that is not zero below V, at most a tenth, to V;
  /// of a part or multiple a tenth.
  private static func nearly(_ amount: Amount) -> Allowed {
    let stated = Fraction(amount.value)
    let tenth = stated.magnitude * Fraction(1, over: 10)
    let isCounted = amount.part == nil && amount.scale != .times
    let margin = isCounted ? min(Fraction(amount.lastDigitNotZero), tenth) : tenth
    return stated.isNegative
      ? Allowed(.number(stated), .number(stated + margin))
      : Allowed(.number(stated - margin), .number(stated))
  }

  /// The unit that a number is rounded to: that of its last digit; for a number written short at
  /// most a tenth of it, so that `3m` allows at most 5 percent either way.
  private static func place(of amount: Amount, _ stated: Fraction) -> Fraction {
    let place = Fraction(amount.lastPlace)
    guard amount.isShortened, stated != .zero else { return place }
    return min(place, stated.magnitude * Fraction(1, over: 10))
  }

  /// The values that round to a number at a unit, halves away from zero; without a unit only the
  /// number.
  private init(equalTo stated: Fraction, rounded unit: Fraction?) {
    guard let unit else {
      self.init(.number(stated), .number(stated), asPublished: stated)
      return
    }
    let half = unit * Fraction(1, over: 2)
    self.init(
      .number(stated - half),
      .number(stated + half),
      includesLow: stated > .zero,
      includesHigh: stated < .zero,
      asPublished: stated
    )
  }
}

// MARK: Combinations

extension Allowed {
  /// Everything but these values.
  private var complement: Allowed {
    Allowed(
      low,
      high,
      includesLow: includesLow,
      includesHigh: includesHigh,
      isComplement: true,
      asPublished: asPublished
    )
  }

  /// All other numbers: what a negated statement allows.
  var opposite: Allowed {
    if isComplement {
      return Allowed(
        low,
        high,
        includesLow: includesLow,
        includesHigh: includesHigh,
        asPublished: asPublished
      )
    }
    return low == .negativeInfinity || high == .positiveInfinity ? complementOfHalfLine : complement
  }

  /// Everything from the lower end of two ranges that meet to the higher one.
  func joined(with other: Allowed) -> Allowed {
    Allowed(
      min(low, other.low),
      max(high, other.high),
      includesLow: low == other.low
        ? includesLow || other.includesLow : low < other.low ? includesLow : other.includesLow,
      includesHigh: high == other.high
        ? includesHigh || other.includesHigh
        : high > other.high ? includesHigh : other.includesHigh,
      asPublished: asPublished ?? other.asPublished
    )
  }
}
