package import Catalog

/// A figure of one period.
package struct CheckFigure: Equatable, Sendable {
  /// `Nov 2024`, or the dates of a span.
  package let label: String
  /// The period, where it is one.
  package let period: Period?
  /// Its days, for a span too.
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
