/// Every day from the first to the last, both included.
package struct DayRange: Hashable, Sendable {
  package let first: Day
  package let last: Day

  package init(_ first: Day, _ last: Day) {
    self.first = first
    self.last = last
  }

  /// Number of days; 0 or less when the range is empty.
  package var count: Int { last.number - first.number + 1 }
  package var isEmpty: Bool { last < first }

  package func contains(_ other: DayRange) -> Bool {
    first <= other.first && other.last <= last
  }

  package func overlaps(_ other: DayRange) -> Bool {
    first <= other.last && other.first <= last
  }

  /// The days in both; empty when there are none.
  package func intersection(_ other: DayRange) -> DayRange {
    DayRange(max(first, other.first), min(last, other.last))
  }

  /// The same with the ends that are open, as that of an office that is still held, where some data
  /// begin and end.
  package func closed(at extent: DayRange) -> DayRange {
    DayRange(
      first == .distantPast ? min(extent.first, last) : first,
      last == .distantFuture ? max(extent.last, first) : last
    )
  }

  /// The smallest range that holds both.
  package func union(_ other: DayRange) -> DayRange {
    DayRange(min(first, other.first), max(last, other.last))
  }
}
