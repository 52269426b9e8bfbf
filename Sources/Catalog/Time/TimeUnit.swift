/// A unit of time that figures can be asked for: the built-in dimensions.
package enum TimeUnit: String, CaseIterable, Sendable {
  case fiscalYear = "fy"
  case quarter
  case month
  case calendarYear = "cy"
  case day = "date"

  /// As typed after `by`.
  package var keyword: String { rawValue }

  /// As read in a sentence: "fiscal year".
  package var name: String {
    switch self {
    case .fiscalYear: "fiscal year"
    case .quarter: "fiscal quarter"
    case .month: "month"
    case .calendarYear: "calendar year"
    case .day: "day"
    }
  }
}

/// How a published table counts time.
package enum PublishedTime: String, Sendable {
  case fiscalYear = "fy"
  case month
  case calendarYear = "cy"
  /// Levels at single days.
  case date
  /// Counts from one day to another, of any length.
  case span
}
