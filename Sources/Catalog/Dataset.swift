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
  /// What a combination without a row means in it.
  package let absent: Absent
  /// Whether the rows add up to the whole that the table is about.
  package let isComplete: Bool
  /// Preference among tables that can answer the same question, lower first.
  package let rank: Int
  /// Shared by the files that a publisher cuts one table into, which answer as one; 0 for a table
  /// that belongs to no series.
  package let series: Int
  /// Whether its fiscal year 1976 has 15 months, the transition quarter included. Others stop in
  /// June.
  package let hasTransitionQuarter: Bool
  /// Whether a later edition replaces it; it then answers only `as of` and `by source`.
  package let isSuperseded: Bool
  /// The dataset that this one sums; 0 for a published table.
  package let rollupOf: Int
  /// Number of rows.
  package let size: Int

  /// One fact that holds for a whole dataset, as ids: a dimension and the member that every row
  /// has, as in `border = southwest`.
  package struct ScopeEntry: Hashable, Sendable {
    package let dimension: Int
    package let member: Int

    package init(dimension: Int, member: Int) {
      self.dimension = dimension
      self.member = member
    }
  }

  package static func == (a: Dataset, b: Dataset) -> Bool { a.id == b.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Dataset: StoredValue {
  package static let table = "dataset"
  package static let columns = """
    dataset.id, source, time, dimensions, scope, rounding, absent, complete, rank, \
    dataset.superseded, rollup_of, size, series, transition
    """
  /// Number of columns: further columns of a query are numbered from here.
  package static let columnCount = 14

  package init?(row: some CatalogRow) {
    guard let time = PublishedTime(firstByte: row.firstByte(at: 2)),
      let absent = Absent(firstByte: row.firstByte(at: 6))
    else { return nil }
    id = row.integer(at: 0)
    source = row.integer(at: 1)
    self.time = time
    dimensions = row.integers(at: 3)
    scope = row.scope(at: 4)
    rounding = row.integer(at: 5)
    self.absent = absent
    isComplete = row.integer(at: 7) == 1
    rank = row.integer(at: 8)
    series = row.integer(at: 12)
    hasTransitionQuarter = row.integer(at: 13) == 1
    isSuperseded = row.integer(at: 9) == 1
    rollupOf = row.integer(at: 10)
    size = row.integer(at: 11)
  }
}

extension Dataset.Absent {
  fileprivate init?(firstByte: UInt8) {
    switch firstByte {
    case UInt8(ascii: "z"): self = .zero
    case UInt8(ascii: "s"): self = .small
    case UInt8(ascii: "w"): self = .withinOther
    case UInt8(ascii: "u"): self = .unknown
    default: return nil
    }
  }
}

extension CatalogRow {
  /// What holds for a table, as `dimension=member` ids.
  package func scope(at column: Int) -> [Dataset.ScopeEntry] {
    pairs(at: column).map { Dataset.ScopeEntry(dimension: $0.0, member: $0.1) }
  }
}
