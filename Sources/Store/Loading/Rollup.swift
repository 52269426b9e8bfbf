private import Importing

/// Sums of a large dataset over all of its dimensions but one or two, or over all of them.
struct Rollup {
  /// The dimensions that are kept, by their places among the dataset's; none sums over all.
  let dimensions: [Int]
  /// The measures that are summed, by their places among the dataset's.
  let measures: [Int]
  let facts: FactRows

  /// The rollups of a dataset that are worth their size. None for a table with hedges: a sum of
  /// floors is not a figure.
  ///
  /// `sums` are the measures that may be added, by their places. A measure with an empty cell has
  /// no rollup: its sum would be incomplete without saying so.
  static func all(of base: FactRows, sums: [Int]) -> [Rollup] {
    guard base.count > RollupChoice.smallestBase, !base.isHedged else { return [] }
    let measures = sums.filter { measure in
      !(0..<base.count).contains { base.isUnpublished($0, measure) }
    }
    guard !measures.isEmpty else { return [] }
    // With only one dimension, the rollup would be the table itself.
    let kept = base.dimensionCount > 1 ? (0..<base.dimensionCount).map { [$0] } : []
    return ([[]] + kept + pairs(of: base)).compactMap { dimensions in
      let rollup = Rollup(base, dimensions: dimensions, measures: measures)
      return rollup.facts.count * RollupChoice.leastGain <= base.count ? rollup : nil
    }
  }

  /// The members that a dimension may have for its pairs to be kept: questions about a part of
  /// everything (one border, one component) filter by it and break down by another.
  private static let mostMembersOfPair = 4

  /// Pairs of a dimension with few members and another one, of tables with three dimensions or
  /// more.
  private static func pairs(of base: FactRows) -> [[Int]] {
    guard base.dimensionCount > 2 else { return [] }
    let all = 0..<base.dimensionCount
    let few = all.filter { !base.hasMore(than: mostMembersOfPair, in: $0) }
    return all.flatMap { first in
      all.filter { $0 > first && (few.contains(first) || few.contains($0)) }.map { [first, $0] }
    }
  }

  private init(_ base: FactRows, dimensions: [Int], measures: [Int]) {
    self.dimensions = dimensions
    self.measures = measures
    var facts = FactRows(dimensionCount: dimensions.count, measureCount: measures.count)
    facts.spanEnds = base.spanEnds
    var sums = PeriodSums()
    var start = 0
    while start < base.count {
      let end = base.end(ofPeriodAt: start)
      for row in start..<end {
        facts.add(base, row, measures, to: sums.row(dimensions, in: &facts, from: base, row))
      }
      sums.finishPeriod()
      start = end
    }
    self.facts = facts
  }
}

/// The rows of the period that is being summed, by their members.
private struct PeriodSums {
  private var rows: [UInt64: Int] = [:]

  /// The row that sums the members that a row of the base has in some dimensions, created when they
  /// first occur together.
  mutating func row(
    _ dimensions: [Int],
    in facts: inout FactRows,
    from base: FactRows,
    _ row: Int
  ) -> Int {
    // At most two members, which fit one number together.
    var key: UInt64 = 0
    for dimension in dimensions { key = key << 32 | UInt64(base.member(row, dimension)) }
    if let known = rows[key] { return known }
    rows[key] = facts.count
    facts.appendEmptyRow(dimensions, of: base, row)
    return facts.count - 1
  }

  mutating func finishPeriod() { rows.removeAll(keepingCapacity: true) }
}

extension FactRows {
  fileprivate mutating func appendEmptyRow(_ dimensions: [Int], of base: FactRows, _ row: Int) {
    periods.append(base.periods[row])
    for dimension in dimensions { members.append(UInt32(base.member(row, dimension))) }
    for _ in 0..<measureCount {
      figures.append(0)
      marks.append(0)
    }
    hedges.append(0)
    lines.append(base.lines[row])
  }

  /// Adds a row of the base. A withheld cell makes the sum a lower bound, and is marked.
  fileprivate mutating func add(_ base: FactRows, _ row: Int, _ measures: [Int], to sum: Int) {
    for (place, measure) in measures.enumerated() {
      let index = sum * measureCount + place
      marks[index] |= base.marks(row, measure)
      // Cannot overflow: the magnitudes of the whole table fit (``FactReader``).
      figures[index] += base.figure(row, measure)
    }
  }
}
