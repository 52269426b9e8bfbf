/// Every number from one to another, both included; an end may be open.
package struct Interval: Hashable, Sendable {
  /// The ends, which belong to it where they are numbers.
  package let low: Bound
  package let high: Bound

  package static let unbounded = Interval(.negativeInfinity, .positiveInfinity)

  package init(_ low: Bound, _ high: Bound) {
    self.low = low
    self.high = high
  }

  package init(_ point: Fraction) {
    self.init(.number(point), .number(point))
  }

  /// The only number in it, where there is just one.
  package var point: Fraction? {
    guard case .number(let number) = low, low == high else { return nil }
    return number
  }

  /// Whether a number is one of several in it.
  package func contains(_ number: Fraction) -> Bool {
    point == nil && low <= .number(number) && .number(number) <= high
  }

  /// Whether it is closed at both ends.
  package var isBounded: Bool { low.number != nil && high.number != nil }

  /// The end of an interval.
  package enum Bound: Hashable, Comparable, Sendable {
    case negativeInfinity
    case number(Fraction)
    case positiveInfinity

    package var number: Fraction? {
      if case .number(let number) = self { number } else { nil }
    }
  }
}

// MARK: Arithmetic

extension Interval {
  package static func + (a: Interval, b: Interval) -> Interval {
    Interval(
      .sum(a.low, b.low, else: .negativeInfinity),
      .sum(a.high, b.high, else: .positiveInfinity)
    )
  }

  package static prefix func - (a: Interval) -> Interval {
    Interval(a.high.negated, a.low.negated)
  }

  package static func - (a: Interval, b: Interval) -> Interval { a + -b }

  package static func * (a: Interval, b: Interval) -> Interval {
    let products = [(a.low, b.low), (a.low, b.high), (a.high, b.low), (a.high, b.high)]
      .map { Bound.product($0, $1) }
    return Interval(
      products.min() ?? .negativeInfinity,
      products.max() ?? .positiveInfinity
    )
  }

  /// Every number, where the divisor may be zero.
  package static func / (a: Interval, b: Interval) -> Interval {
    guard b.low > .number(.zero) || b.high < .number(.zero) else { return .unbounded }
    return a * Interval(b.high.inverse, b.low.inverse)
  }

  /// The same with a margin on both sides.
  package func widened(by margin: Fraction) -> Interval {
    self + Interval(.number(-margin), .number(margin))
  }
}

extension Interval.Bound {
  fileprivate static func sum(_ a: Self, _ b: Self, else infinite: Self) -> Self {
    guard case .number(let left) = a, case .number(let right) = b else { return infinite }
    return .number(left + right)
  }

  /// Zero times infinity is zero.
  fileprivate static func product(_ a: Self, _ b: Self) -> Self {
    if case .number(let left) = a, case .number(let right) = b { return .number(left * right) }
    if a.sign == 0 || b.sign == 0 { return .number(.zero) }
    return a.sign == b.sign ? .positiveInfinity : .negativeInfinity
  }

  private var sign: Int {
    switch self {
    case .negativeInfinity: -1
    case .positiveInfinity: 1
    case .number(let number): number == .zero ? 0 : number.isNegative ? -1 : 1
    }
  }

  fileprivate var negated: Self {
    switch self {
    case .negativeInfinity: .positiveInfinity
    case .positiveInfinity: .negativeInfinity
    case .number(let number): .number(-number)
    }
  }

  /// One divided by it. It must not be zero.
  fileprivate var inverse: Self {
    switch self {
    case .negativeInfinity, .positiveInfinity: .number(.zero)
    case .number(let number): (Fraction(1) / number).map { .number($0) } ?? .positiveInfinity
    }
  }
}
