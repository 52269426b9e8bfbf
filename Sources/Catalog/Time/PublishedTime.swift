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
