/// A figure as it is published, and everything that it can be: rounded by the publisher, hedged, or
/// without its withheld parts.
package struct Estimate: Hashable, Sendable {
  /// What is printed, or computed from what is printed.
  package let point: Fraction
  /// Where the true figure lies.
  package let interval: Interval

  package init(_ point: Fraction, in interval: Interval) {
    self.point = point
    self.interval = interval
  }

  package init(_ point: Fraction) {
    self.init(point, in: Interval(point))
  }

  package static func + (a: Estimate, b: Estimate) -> Estimate {
    Estimate(a.point + b.point, in: a.interval + b.interval)
  }

  package static func - (a: Estimate, b: Estimate) -> Estimate {
    Estimate(a.point - b.point, in: a.interval - b.interval)
  }

  package static func * (a: Estimate, b: Estimate) -> Estimate {
    Estimate(a.point * b.point, in: a.interval * b.interval)
  }

  /// `nil` when what is printed is divided by zero.
  package static func / (a: Estimate, b: Estimate) -> Estimate? {
    (a.point / b.point).map { Estimate($0, in: a.interval / b.interval) }
  }

  /// How the figure is marked.
  package var sign: Sign {
    if interval.point != nil { return .exact }
    switch (interval.low, interval.high) {
    case (.negativeInfinity, .positiveInfinity), (.number, .number): return .approximate
    case (_, .positiveInfinity): return .floor
    default: return .ceiling
    }
  }

  package enum Sign: Sendable {
    case exact, approximate, floor, ceiling
  }
}
