/// How completely a table breaks figures down by the values of a dimension.
package struct Breakdown: Hashable, Sendable {
  /// Number of values, without `other` and `unknown`, that occur in it.
  package let named: Int
  /// The share that it leaves under `other`, by fiscal year; empty where it has no such row.
  package let other: [Other]

  /// The share under `other` in one fiscal year.
  package struct Other: Hashable, Sendable {
    package let year: Int
    /// In parts per million of the table's first measure.
    package let share: Int

    package init(year: Int, share: Int) {
      self.year = year
      self.share = share
    }
  }

  package init(named: Int, other: [Other]) {
    self.named = named
    self.other = other
  }

  /// The largest share under `other` in any fiscal year that a range touches, in parts per million.
  package func mostOther(in range: DayRange) -> Int {
    guard !other.isEmpty else { return 0 }
    let first = Period(.fiscalYear, containing: range.first).code
    let last = Period(.fiscalYear, containing: range.last).code
    return other.reduce(0) { most, own in
      (first...last).contains(own.year) ? max(most, own.share) : most
    }
  }
}
