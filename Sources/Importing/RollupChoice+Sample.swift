extension RollupChoice {
  /// Estimates the rows of every set of dimensions from some periods, one slice after the other.
  init(sampling sums: TableSums, mostRows: Int, watch: () throws -> Void) throws {
    let dimensions = sums.table.dimensions.count
    let count = sums.periods.count
    let sampled = (0..<min(count, Self.mostSampled)).map {
      $0 * count / min(count, Self.mostSampled)
    }
    let scale = Double(count) / Double(max(1, sampled.count))
    let sets = Self.sets(of: dimensions)
    var sizes = [Int](repeating: 0, count: sets.count)
    var rows = 0
    // Small tables have no rollups: nothing is counted before there is a row too many.
    var small: [Cube] = []
    for period in sampled {
      var found = sets.map { _ in DistinctKeys() }
      for number in sums.periods[period].slices {
        try watch()
        let cube = try sums.sums(of: TableSums.Slice(period: period, number: number))
        rows += cube.count
        small.append(cube)
        guard Double(rows) * scale > Double(Self.smallestBase) else { continue }
        let isLarge = sums.periods[period].slices.count > 1
        for cube in small {
          for place in sets.indices {
            let columns = (0..<dimensions).filter { sets[place] >> $0 & 1 == 1 }
            if isLarge {
              found[place].add(cube, keeping: columns)
            } else {
              sizes[place] += cube.rowCount(keeping: columns)
            }
          }
        }
        small = []
      }
      for place in sets.indices { sizes[place] += found[place].count }
    }
    let known = Dictionary(uniqueKeysWithValues: zip(sets, sizes))
    self.init(
      dimensions: dimensions,
      baseSize: Int(Double(rows) * scale),
      mostRows: mostRows
    ) { set in
      Int((Double(known[set] ?? 0) * scale).rounded(.up))
    }
  }

  private static let mostSampled = 6
}
