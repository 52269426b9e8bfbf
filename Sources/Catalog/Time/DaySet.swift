/// Days in ranges that do not touch, in order.
package struct DaySet: Hashable, Sendable {
  package let ranges: [DayRange]

  /// The days of the given ranges; touching ones are joined.
  package init(_ ranges: [DayRange]) {
    guard ranges.count > 1 else {
      self.ranges = ranges.first?.isEmpty == false ? ranges : []
      return
    }
    var joined: [DayRange] = []
    for range in ranges.inOrder where !range.isEmpty {
      if let last = joined.last, range.first <= last.last.next {
        joined[joined.count - 1] = last.union(range)
      } else {
        joined.append(range)
      }
    }
    self.ranges = joined
  }

  package var isEmpty: Bool { ranges.isEmpty }

  /// The range from the first day to the last, gaps included; `nil` when there are no days.
  package var hull: DayRange? {
    guard let first = ranges.first, let last = ranges.last else { return nil }
    return DayRange(first.first, last.last)
  }

  /// Number of days in all ranges.
  package var dayCount: Int { ranges.reduce(0) { $0 + $1.count } }

  package func intersection(_ other: DaySet) -> DaySet {
    DaySet(ranges.flatMap { range in other.ranges.map { range.intersection($0) } })
  }

  package func intersection(_ other: DayRange) -> DaySet {
    DaySet(ranges.map { $0.intersection(other) })
  }

  package func union(_ other: DaySet) -> DaySet { DaySet(ranges + other.ranges) }

  /// The days that are not in the other set.
  package func subtracting(_ other: DaySet) -> DaySet {
    var left = ranges
    for cut in other.ranges {
      left = left.flatMap { range -> [DayRange] in
        guard range.overlaps(cut) else { return [range] }
        return [
          DayRange(range.first, min(range.last, cut.first.previous)),
          DayRange(max(range.first, cut.last.next), range.last),
        ].filter { !$0.isEmpty }
      }
    }
    return DaySet(left)
  }

  package func contains(_ range: DayRange) -> Bool {
    ranges.contains { $0.contains(range) }
  }
}

extension [DayRange] {
  /// Sorts by the first day. Mostly they are already sorted.
  fileprivate var inOrder: [DayRange] {
    for index in indices.dropFirst() where self[index].first < self[index - 1].first {
      return sorted { $0.first < $1.first }
    }
    return self
  }
}

extension DaySet {
  /// All days for which there can be data.
  package static let always = DaySet([DayRange(.distantPast, .distantFuture)])
}

extension Day {
  /// A day before all possible data.
  package static let distantPast = Day(number: -400_000)
  /// A day after all possible data.
  package static let distantFuture = Day(number: 400_000)
}

extension DaySet {
  /// Whether every range begins and ends with a month.
  package var isWholeMonths: Bool {
    ranges.allSatisfy { $0.first.isFirstOfMonth && $0.last.isLastOfMonth }
  }

  /// How many months they touch.
  package var monthCount: Int {
    ranges.reduce(0) { $0 + Period.all(.month, touching: $1).count }
  }
}

// Of arrays and not of sequences: a generic one would be looked up when the program runs.
extension [DayRange] {
  /// Every day from the first to the last of all ranges; `nil` where there are none.
  package var hull: DayRange? { reduce(nil) { known, range in known?.union(range) ?? range } }
}
