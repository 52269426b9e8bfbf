import Catalog

/// The rows of rollups until they are written, after their table.
final class RollupsInMaking {
  let kept: [RollupShape]
  /// The places of those that are made.
  private(set) var made: [Int]
  private let sums: TableSums
  /// The rows of each, period by period.
  private var rows: [[(period: Int, rows: SortedRows)]]
  /// Of each, the sums of a period of which more rows may come.
  private var open: [Cube?]
  /// The fiscal year whose months are being added up.
  private var year: Int?
  /// The most rows of all of them.
  private let mostRows: Int

  /// Where there are more than `mostRows` after all, the largest is left out: rollups only make
  /// answers faster.
  init(_ kept: [RollupShape], of sums: TableSums, mostRows: Int) {
    (self.kept, self.sums, self.mostRows) = (kept, sums, mostRows)
    made = Array(kept.indices)
    rows = kept.map { _ in [] }
    open = kept.map { _ in nil }
  }

  /// Adds the rows of a slice, with those that rollups have of them; slices come in their order.
  func add(_ base: SortedRows, _ rolledUp: [SortedRows?], of slice: TableSums.Slice) {
    addToYears(base, sums.periods[slice.period].code)
    for rollup in made {
      if let own = rolledUp[rollup] { add(own, to: rollup, of: slice) }
    }
    while made.reduce(0, { $0 + count($1) }) > 2 * mostRows { leaveOutLargest() }
  }

  /// Ends the last year, after all slices.
  func finish() { endYear() }

  private func add(_ own: SortedRows, to rollup: Int, of slice: TableSums.Slice) {
    let period = sums.periods[slice.period]
    guard period.slices.count > 1 else {
      rows[rollup].append((period.code, own))
      return
    }
    let columns = kept[rollup].dimensions
    own.add(to: opened(rollup), keeping: columns)
    guard slice.number == period.slices.count - 1, let cube = open[rollup] else { return }
    rows[rollup].append((period.code, SortedRows(cube, keeping: columns)))
    open[rollup] = nil
  }

  private func opened(_ rollup: Int) -> Cube {
    if let known = open[rollup] { return known }
    let cube = Cube(packing: sums.packing, figures: sums.figureCount, capacity: 64)
    open[rollup] = cube
    return cube
  }

  // MARK: Years

  /// Months are added to the rollups that no other one contains; at the end of the year the others
  /// are made of these.
  private func addToYears(_ base: SortedRows, _ month: Int) {
    let years = made.filter { kept[$0].isByYear }
    guard !years.isEmpty else { return }
    let own = PublishedTime.month.fiscalYear(of: month)
    if year != own { endYear() }
    year = own
    for rollup in years where !isInAnother(rollup, of: years) {
      base.add(to: opened(rollup), keeping: kept[rollup].dimensions)
    }
  }

  private func isInAnother(_ rollup: Int, of others: [Int]) -> Bool {
    others.contains { $0 != rollup && kept[$0].contains(kept[rollup]) }
  }

  private func endYear() {
    guard let year else { return }
    // Those of many dimensions come last in the choice.
    var ended: [(rollup: Int, cube: Cube)] = []
    for rollup in made.reversed() where kept[rollup].isByYear {
      let smallest = ended.filter { kept[$0.rollup].contains(kept[rollup]) }
        .min { $0.cube.count < $1.cube.count }
      let columns = kept[rollup].dimensions
      guard let cube = open[rollup] ?? smallest?.cube.rolledUp(keeping: columns) else { continue }
      rows[rollup].append((year, SortedRows(cube, keeping: columns)))
      open[rollup] = nil
      ended.append((rollup, cube))
    }
    self.year = nil
  }

  // MARK: Memory

  private func count(_ rollup: Int) -> Int {
    rows[rollup].reduce(open[rollup]?.count ?? 0) { $0 + $1.rows.count }
  }

  private func leaveOutLargest() {
    guard let largest = made.max(by: { count($0) < count($1) }) else { return }
    made.removeAll { $0 == largest }
    // What was to be made of it needs the months that it has.
    let years = made.filter { kept[$0].isByYear }
    for rollup in years
    where open[rollup] == nil && kept[largest].contains(kept[rollup])
      && !isInAnother(rollup, of: years)
    {
      open[rollup] = open[largest]?.rolledUp(keeping: kept[rollup].dimensions)
    }
    (rows[largest], open[largest]) = ([], nil)
  }

  func give(_ rollup: Int, to sink: any TableRowSink) throws {
    for (period, rows) in rows[rollup] { try rows.give(period: period, to: sink) }
  }
}
