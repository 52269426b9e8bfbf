package import Catalog

/// The first or the last units of a period, of a term of office, or from an event on:
/// `first 3 months of fy2025`.
package struct PeriodPart: Equatable, Sendable {
  /// Which end of the period it lies at.
  package enum End: String, CaseIterable, Sendable { case first, last }

  package let end: End
  package let count: Int
  /// `nil` for years of twelve months.
  package let unit: TimeUnit?
  package let whole: PeriodTerm

  /// The largest number: longer than any series, but small enough that a typing error is harmless.
  package static let mostUnits = 10_000

  /// Whether a year without a word is the calendar year: months and days are of that, as everybody
  /// means them.
  package var isOfCalendarYear: Bool { unit == .month || unit == .day }

  package var spelling: String { "\(end.rawValue) \(length) of \(whole.spelling)" }

  /// `3 months`; `month` alone.
  var length: String { count == 1 ? unitName : "\(count) \(unitName)" }

  /// The unit as it is typed, of as many as there are: `months`, `fy`.
  var unitName: String {
    switch unit {
    case .fiscalYear, .calendarYear: unit?.keyword ?? ""
    case .quarter, .month: unit.map(\.keyword).map { count == 1 ? $0 : "\($0)s" } ?? ""
    case .day: count == 1 ? "day" : "days"
    case nil: count == 1 ? "year" : "years"
    }
  }

  /// The same part of another period.
  func of(_ other: PeriodTerm) -> PeriodPart {
    PeriodPart(end: end, count: count, unit: unit, whole: other)
  }
}
