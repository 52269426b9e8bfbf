/// The rows of rollups until they are written, after their table.
final class RollupsInMaking {
  /// The places of the dimensions that each keeps.
  let kept: [[Int]]
  /// The places of those that are made.
  private(set) var made: [Int]
  private let sums: TableSums
  /// The rows of each, period by period.
  private var rows: [[(period: Int, rows: SortedRows)]]
  /// Of each, the rows of a period whose slices have not all come.
  private var open: [Cube?]
  /// The most rows of all of them.
  private let mostRows: Int

  /// Where there are more than `mostRows` after all, the largest is left out: rollups only make
  /// answers faster.
  init(_ kept: [[Int]], of sums: TableSums, mostRows: Int) {
    (self.kept, self.sums, self.mostRows) = (kept, sums, mostRows)
    made = Array(kept.indices)
    rows = kept.map { _ in [] }
    open = kept.map { _ in nil }
  }

  /// Adds the rows of a slice; slices come in their order.
  func add(_ slices: [SortedRows], of slice: TableSums.Slice) {
    let period = sums.periods[slice.period]
    for rollup in made {
      guard period.slices.count > 1 else {
        rows[rollup].append((period.code, slices[rollup]))
        continue
      }
      let cube =
        open[rollup] ?? Cube(packing: sums.packing, figures: sums.figureCount, capacity: 64)
      slices[rollup].add(to: cube)
      open[rollup] = cube
      guard slice.number == period.slices.count - 1 else { continue }
      rows[rollup].append((period.code, SortedRows(cube, keeping: kept[rollup])))
      open[rollup] = nil
    }
    while made.reduce(0, { $0 + count($1) }) > 2 * mostRows { leaveOutLargest() }
  }

  private func count(_ rollup: Int) -> Int {
    rows[rollup].reduce(open[rollup]?.count ?? 0) { $0 + $1.rows.count }
  }

  private func leaveOutLargest() {
    guard let largest = made.max(by: { count($0) < count($1) }) else { return }
    made.removeAll { $0 == largest }
    (rows[largest], open[largest]) = ([], nil)
  }

  func give(_ rollup: Int, to sink: any TableRowSink) throws {
    for (period, rows) in rows[rollup] { try rows.give(period: period, to: sink) }
  }
}
