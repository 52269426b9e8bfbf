extension RollupChoice {
  /// Estimates the rows of every set of dimensions from some periods, one slice after the other.
  /// `hasMonths`: see ``init(dimensions:hasMonths:baseSize:mostRows:size:)``.
  init(sampling sums: TableSums, hasMonths: Bool, mostRows: Int, watch: () throws -> Void) throws {
    let dimensions = sums.table.dimensions.count
    let count = sums.periods.count
    let sampled = (0..<min(count, Self.mostSampled)).map {
      $0 * count / min(count, Self.mostSampled)
    }
    let scale = Double(count) / Double(max(1, sampled.count))
    let sets = Self.sets(of: dimensions + (hasMonths ? 1 : 0))
    var samples = sets.map { set in
      RollupSample(RollupShape(hasMonths ? set : set | 1 << dimensions, dimensions: dimensions))
    }
    var rows = 0
    // Small tables have no rollups: nothing is counted before there is a row too many.
    var small: [Cube] = []
    for period in sampled {
      for number in sums.periods[period].slices {
        try watch()
        let cube = try sums.sums(of: TableSums.Slice(period: period, number: number))
        rows += cube.count
        small.append(cube)
        guard Double(rows) * scale > Double(Self.smallestBase) else { continue }
        let isLarge = sums.periods[period].slices.count > 1
        for cube in small {
          for place in samples.indices { samples[place].add(cube, isSlice: isLarge) }
        }
        small = []
      }
      for place in samples.indices { samples[place].endPeriod() }
    }
    let sizes = zip(sets, samples).map { ($0, $1.size(of: sampled.count, in: count)) }
    let known = Dictionary(uniqueKeysWithValues: sizes)
    self.init(
      dimensions: dimensions,
      hasMonths: hasMonths,
      baseSize: Int(Double(rows) * scale),
      mostRows: mostRows
    ) { known[$0] ?? 0 }
  }

  private static let mostSampled = 6
}
