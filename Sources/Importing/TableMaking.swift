/// Makes a table and the rollups that pay for it.
package struct TableMaking {
  private let periods: PeriodSums
  /// The rollups, by the places of the dimensions that they keep.
  package let rollups: [[Int]]
  private let sums: [RollupSums]

  /// `canBeSummed`: figures of levels and averages have no rollups.
  package init(_ periods: PeriodSums, canBeSummed: Bool) throws {
    self.periods = periods
    rollups = canBeSummed ? try RollupChoice(sampling: periods).rollups : []
    sums = rollups.map { RollupSums(periods.packing, keeping: $0, figures: periods.figureCount) }
  }

  /// Writes the table itself, period by period, and prepares the rollups. `watch` is told which part of it is done,
  /// and stops by throwing.
  package func write(to sink: any TableRowSink, watch: (Double) throws -> Void) throws {
    let all = Array(periods.table.dimensions.indices)
    for (index, period) in periods.periods.enumerated() {
      let cube = try periods.sums(of: period)
      let rows = SortedRows(cube, keeping: all)
      try rows.give(period: period.code, to: sink)
      for rollup in sums { rollup.add(cube, period: period.code) }
      try watch(Double(index + 1) / Double(periods.periods.count))
    }
  }

  /// Writes a rollup.
  package func write(rollup index: Int, to sink: any TableRowSink) throws {
    for (period, rows) in sums[index].periods { try rows.give(period: period, to: sink) }
  }
}

/// The sums of a rollup, period by period, until they are written.
private final class RollupSums {
  private(set) var periods: [(code: Int, rows: SortedRows)] = []
  private let columns: [Int]
  private let mask: (high: UInt64, low: UInt64)
  private let sums: Cube

  init(_ packing: KeyPacking, keeping columns: [Int], figures: Int) {
    self.columns = columns
    mask = packing.mask(keeping: columns)
    sums = Cube(packing: packing, figures: figures, capacity: 64)
  }

  func add(_ base: Cube, period: Int) {
    sums.removeAll()
    for entry in 0..<base.count {
      do {
        try sums.add(
          high: base.keys[entry * 2] & mask.high,
          low: base.keys[entry * 2 + 1] & mask.low,
          base.sums + entry * base.figureCount,
          base.marks + entry * base.figureCount
        )
      } catch {
        // Sums of all rows of the file were made before, by period.
        preconditionFailure("a part of the sums of a period is larger than they are: \(error)")
      }
    }
    periods.append((period, SortedRows(sums, keeping: columns)))
  }
}

extension RollupChoice {
  /// Estimates the rows of every set of dimensions from some periods.
  init(sampling periods: PeriodSums) throws {
    let count = periods.periods.count
    let most = 6
    let sampled = (0..<min(count, most)).map { periods.periods[$0 * count / min(count, most)] }
    let cubes = try sampled.map(periods.sums)
    let rows = cubes.reduce(0) { $0 + $1.count }
    let scale = Double(count) / Double(max(1, sampled.count))
    self.init(
      dimensions: periods.table.dimensions.count,
      baseSize: Int(Double(rows) * scale)
    ) { set in
      let columns = (0..<periods.table.dimensions.count).filter { set >> $0 & 1 == 1 }
      let found = cubes.reduce(0) { $0 + $1.rowCount(keeping: columns) }
      return Int((Double(found) * scale).rounded(.up))
    }
  }
}

extension Cube {
  /// The number of combinations of some columns.
  fileprivate func rowCount(keeping columns: [Int]) -> Int {
    let mask = packing.mask(keeping: columns)
    var known = Set<Pair>(minimumCapacity: min(count, 1 << 12))
    for entry in 0..<count {
      known.insert(Pair(high: keys[entry * 2] & mask.high, low: keys[entry * 2 + 1] & mask.low))
    }
    return known.count
  }

  private struct Pair: Hashable {
    let high: UInt64
    let low: UInt64
  }
}
