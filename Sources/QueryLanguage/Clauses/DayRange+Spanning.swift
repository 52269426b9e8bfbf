import Catalog
import Diagnostics

extension DayRange {
  /// From the first day of one range to the last day of another, which must not come before it.
  static func spanning(
    _ first: DayRange,
    _ last: DayRange,
    at span: SourceSpan
  ) throws(Diagnostic) -> DayRange {
    guard first.first <= last.last else {
      throw Diagnostic("backwards", "this period ends before it begins", at: span)
    }
    return DayRange(first.first, last.last)
  }
}
