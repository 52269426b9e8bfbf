/// A unit of time that figures can be broken down by: the built-in dimensions.
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

  /// The months of a period; 0 for a day.
  package var monthCount: Int {
    switch self {
    case .day: 0
    case .month: 1
    case .quarter: 3
    case .fiscalYear, .calendarYear: 12
    }
  }
}

/// From the finest to the coarsest.
extension TimeUnit: Comparable {
  package static func < (a: TimeUnit, b: TimeUnit) -> Bool { a.place < b.place }

  /// How many units lie between two, counted from the finest to the coarsest.
  package func distance(to other: TimeUnit) -> Int { abs(place - other.place) }

  /// Whether periods of another unit are made of whole periods of this one. Years of two kinds are
  /// not.
  package func makesUp(_ other: TimeUnit) -> Bool { self < other && self != .fiscalYear }

  private var place: Int {
    switch self {
    case .day: 0
    case .month: 1
    case .quarter: 2
    case .fiscalYear: 3
    case .calendarYear: 4
    }
  }
}
