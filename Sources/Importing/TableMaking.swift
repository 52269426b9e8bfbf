/// Writes a table and the rollups that are worth keeping.
package final class TableMaking {
  private let sums: TableSums
  private let rollups: RollupsInMaking

  /// `canBeSummed`: figures of levels and averages have no rollups. `hasMonths`: whether periods
  /// are months, which are also added up by fiscal years.
  package init(
    _ sums: TableSums,
    canBeSummed: Bool,
    hasMonths: Bool = false,
    watch: () throws -> Void = {}
  ) throws {
    self.sums = sums
    let most = ImportMemory.rollups / SortedRows.bytes(figures: sums.figureCount)
    let kept =
      canBeSummed
      ? try RollupChoice(sampling: sums, hasMonths: hasMonths, mostRows: most, watch: watch).rollups
      : []
    rollups = RollupsInMaking(kept, of: sums, mostRows: most)
  }

  /// Writes the table itself, period by period, and prepares the rollups. `watch` receives the
  /// fraction done, and stops by throwing.
  package func write(to sink: any TableRowSink, watch: (Double) throws -> Void) throws {
    let slices = sums.slices
    let bytes = SortedRows.bytes(figures: sums.figureCount)
    let columns = Array(sums.table.dimensions.indices)
    try makeInOrder(
      slices.count,
      threads: sums.threads,
      size: { self.sums.mostRows(of: slices[$0]) * bytes },
      most: ImportMemory.madeAhead
    ) { [sums, kept = rollups.kept] index in
      let cube = try sums.sums(of: slices[index])
      return (SortedRows(cube, keeping: columns), kept.rows(of: cube))
    } take: { index, made in
      let (base, rolledUp) = made
      try base.give(period: sums.periods[slices[index].period].code, to: sink)
      rollups.add(base, rolledUp, of: slices[index])
      try watch(Double(index + 1) / Double(slices.count))
    }
    rollups.finish()
  }

  /// The rollups that can be written once the table is.
  package var madeRollups: [RollupShape] { rollups.made.map { rollups.kept[$0] } }

  /// Writes a rollup, by its place in ``madeRollups``.
  package func write(rollup index: Int, to sink: any TableRowSink) throws {
    try rollups.give(rollups.made[index], to: sink)
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
