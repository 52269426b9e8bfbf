/// One published table: its rows never overlap. A rollup of one is a dataset too.
package struct Dataset: Hashable, Sendable {
  /// What a combination without a row means, within a period that the table holds.
  package enum Absent: String, Sendable {
    case zero
    /// Under the publisher's threshold.
    case small
    /// Counted under `other`.
    case withinOther = "within_other"
    case unknown
  }

  package let id: Int
  package let source: Int
  package let time: PublishedTime
  /// Ids of the dimensions that it is broken down by.
  package let dimensions: [Int]
  /// What holds for the whole table.
  package let scope: [ScopeEntry]
  /// 1 exact, 10 rounded to tens by the publisher, …
  package let rounding: Int
  package let absent: Absent
  /// Whether the rows add up to the whole that the table is about.
  package let isComplete: Bool
  /// Preference among tables that can answer the same question, lower first.
  package let rank: Int
  /// Shared by the files that a publisher cuts one table into, which answer as one; 0 for a table that stands alone.
  package let series: Int
  /// Whether its fiscal year 1976 has 15 months, the transition quarter included. Others stop in June.
  package let hasTransitionQuarter: Bool
  package let isSuperseded: Bool
  /// The dataset that this one sums; 0 for a published table.
  package let rollupOf: Int
  /// Number of rows.
  package let size: Int

  package struct ScopeEntry: Hashable, Sendable {
    package let dimension: Int
    package let member: Int

    package init(dimension: Int, member: Int) {
      self.dimension = dimension
      self.member = member
    }
  }

  package init(
    id: Int,
    source: Int,
    time: PublishedTime,
    dimensions: [Int],
    scope: [ScopeEntry],
    rounding: Int,
    absent: Absent,
    isComplete: Bool,
    rank: Int,
    series: Int,
    hasTransitionQuarter: Bool,
    isSuperseded: Bool,
    rollupOf: Int,
    size: Int
  ) {
    self.id = id
    self.source = source
    self.time = time
    self.dimensions = dimensions
    self.scope = scope
    self.rounding = rounding
    self.absent = absent
    self.isComplete = isComplete
    self.rank = rank
    self.series = series
    self.hasTransitionQuarter = hasTransitionQuarter
    self.isSuperseded = isSuperseded
    self.rollupOf = rollupOf
    self.size = size
  }

  package static func == (a: Dataset, b: Dataset) -> Bool { a.id == b.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension DayRange {
  /// Every day of two periods and between them.
  package static func from(_ first: Period, to last: Period) -> DayRange {
    DayRange(first.days.first, last.days.last)
  }
}
