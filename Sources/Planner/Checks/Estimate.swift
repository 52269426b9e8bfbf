/// A figure as it is published, and everything that it can be: rounded by the publisher, hedged, or
/// without its withheld parts.
package struct Estimate: Hashable, Sendable {
  /// What is printed, or computed from what is printed; for what is not printed, the least that it
  /// can be.
  package let point: Fraction
  /// Where the true figure lies.
  package let interval: Interval
  /// How the figure relates to what the publisher printed.
  package let origin: Origin

  /// A figure has the last of these that any of its parts has.
  package enum Origin: Int, Comparable, Sendable {
    /// One cell of a table.
    case published
    /// Computed from cells.
    case computed
    /// No number is printed for a part of it: withheld, or under a threshold.
    case unprinted

    package static func < (a: Origin, b: Origin) -> Bool { a.rawValue < b.rawValue }
  }

  package init(_ point: Fraction, in interval: Interval, origin: Origin = .computed) {
    self.point = point
    self.interval = interval
    self.origin = origin
  }

  package init(_ point: Fraction) {
    self.init(point, in: Interval(point))
  }

  /// A count of which no number is printed.
  package init(unprintedIn interval: Interval) {
    self.init(interval.low.number ?? .zero, in: interval, origin: .unprinted)
  }

  /// Whether a number is printed for it, or for each of its parts.
  package var isPrinted: Bool { origin != .unprinted }

  package static func + (a: Estimate, b: Estimate) -> Estimate {
    Estimate(a.point + b.point, in: a.interval + b.interval, origin: origin(a, b))
  }

  package static func - (a: Estimate, b: Estimate) -> Estimate {
    Estimate(a.point - b.point, in: a.interval - b.interval, origin: origin(a, b))
  }

  package static func * (a: Estimate, b: Estimate) -> Estimate {
    Estimate(a.point * b.point, in: a.interval * b.interval, origin: origin(a, b))
  }

  /// `nil` when what is printed is divided by zero.
  package static func / (a: Estimate, b: Estimate) -> Estimate? {
    (a.point / b.point).map { Estimate($0, in: a.interval / b.interval, origin: origin(a, b)) }
  }

  private static func origin(_ a: Estimate, _ b: Estimate) -> Origin {
    max(.computed, a.origin, b.origin)
  }

  /// The same with another range.
  package func within(_ interval: Interval) -> Estimate {
    Estimate(point, in: interval, origin: origin)
  }

  /// How the figure is marked.
  package var sign: Sign {
    if interval.point != nil { return .exact }
    switch (interval.low, interval.high) {
    case (.negativeInfinity, .positiveInfinity): return .approximate
    case (.negativeInfinity, _): return .ceiling
    // A ratio of parts of two periods can be anything.
    case (.number(let low), .positiveInfinity):
      return low > .zero || low == point ? .floor : .approximate
    case (.number(let low), .number(let high)):
      return low == point ? .floor : high == point ? .ceiling : .approximate
    case (.positiveInfinity, _), (_, .negativeInfinity): return .approximate
    }
  }

  /// As in an answer: nothing, `≈`, `>`, `<`.
  package enum Sign: Sendable {
    case exact, approximate, floor, ceiling
  }
}
