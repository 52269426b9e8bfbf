/// Writes a table and the rollups that are worth keeping.
package final class TableMaking {
  private let periods: TableSums
  /// The rollups, by the places of the dimensions that they keep.
  package let rollups: [[Int]]
  /// The rows of each rollup, period by period, until they are written.
  private var sums: [[(period: Int, rows: SortedRows)]]

  /// `canBeSummed`: figures of levels and averages have no rollups.
  package init(_ periods: TableSums, canBeSummed: Bool) throws {
    self.periods = periods
    rollups = canBeSummed ? try RollupChoice(sampling: periods).rollups : []
    sums = rollups.map { _ in [] }
  }

  /// Writes the table itself, period by period, and prepares the rollups. `watch` receives the
  /// fraction done, and stops by throwing.
  package func write(to sink: any TableRowSink, watch: (Double) throws -> Void) throws {
    let count = periods.periods.count
    try makeInOrder(count) { [periods, rollups] index in
      let cube = try periods.sums(of: periods.periods[index])
      let base = SortedRows(cube, keeping: Array(periods.table.dimensions.indices))
      return (base, rollups.map { SortedRows(cube.rolledUp(keeping: $0), keeping: $0) })
    } take: { index, made in
      let (base, rolledUp) = made
      let period = periods.periods[index].code
      try base.give(period: period, to: sink)
      for (rollup, rows) in rolledUp.enumerated() { sums[rollup].append((period, rows)) }
      try watch(Double(index + 1) / Double(count))
    }
  }

  /// Writes a rollup.
  package func write(rollup index: Int, to sink: any TableRowSink) throws {
    for (period, rows) in sums[index] { try rows.give(period: period, to: sink) }
  }
}

extension Cube {
  /// Sums over all columns except some.
  func rolledUp(keeping columns: [Int]) -> Cube {
    let rolled = Cube(packing: packing, figures: figureCount, capacity: 64)
    let mask = packing.mask(keeping: columns)
    for entry in 0..<count {
      do {
        try rolled.add(
          high: key(of: entry)[0] & mask.high,
          low: key(of: entry)[1] & mask.low,
          sums(of: entry),
          marks(of: entry)
        )
      } catch {
        // Sums of all rows of the file were made before, by period.
        preconditionFailure("a part of the sums of a period is larger than they are: \(error)")
      }
    }
    return rolled
  }
}

extension RollupChoice {
  /// Estimates the rows of every set of dimensions from some periods.
  init(sampling periods: TableSums) throws {
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
      known.insert(Pair(high: key(of: entry)[0] & mask.high, low: key(of: entry)[1] & mask.low))
    }
    return known.count
  }

  private struct Pair: Hashable {
    let high: UInt64
    let low: UInt64
  }
}
