package import Catalog

/// A figure of one period.
package struct CheckFigure: Equatable, Sendable {
  /// `Nov 2024`, or the dates of a span.
  package let label: String
  /// The period, where it is one.
  package let period: Period?
  /// Its days, of a span too.
  package let days: DayRange?
  /// `nil` where none is held, or none is printed.
  package let number: Number?
  package let precision: Precision
  /// Where the true figure lies; `nil` where nothing is held.
  package let range: CheckRange?

  package init(
    _ label: String,
    _ period: Period?,
    days: DayRange? = nil,
    number: Number?,
    precision: Precision,
    range: CheckRange? = nil
  ) {
    self.label = label
    self.period = period
    self.days = days
    self.range = range
    self.number = number
    self.precision = precision
  }
}

/// By how much a figure changed.
package struct CheckChange: Equatable, Sendable {
  package let absolute: Number
  /// `nil` from zero.
  package let percent: Number?

  package init(absolute: Number, percent: Number?) {
    self.absolute = absolute
    self.percent = percent
  }
}

/// One way of reading a statement, and what becomes of it.
package struct CheckReading: Equatable, Sendable {
  /// What is understood, or whose figures are taken: "calendar years".
  package let name: String
  /// The id of the source, where it is the reading of one source.
  package let source: String?
  package let verdict: Verdict
  package let value: CheckFigure?
  package let kind: AnswerColumn.Kind

  package init(
    name: String,
    source: String? = nil,
    verdict: Verdict,
    value: CheckFigure?,
    kind: AnswerColumn.Kind
  ) {
    self.name = name
    self.source = source
    self.verdict = verdict
    self.value = value
    self.kind = kind
  }
}

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
