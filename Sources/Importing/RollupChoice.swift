/// The choice of rollups that are kept with a table.
///
/// A question reads the smallest table that has the dimensions it is broken down and filtered by.
/// For every set of dimensions that a question may need, the cost of answering is the number of
/// rows of the smallest kept table that holds the set; keeping one more table lowers the cost of
/// every set inside its own. The tables are chosen one after the other, each time the one that
/// saves most for every row it adds (Harinarayan, Rajaraman and Ullman, "Implementing data cubes
/// efficiently", SIGMOD 1996), weighed by how likely questions are to need so many dimensions at
/// once.
///
/// Months are one more dimension here: a table without it has the sums of fiscal years, and answers
/// what is asked of whole years.
package struct RollupChoice {
  /// The kept tables, those of few dimensions first.
  package let rollups: [RollupShape]
  /// The expected number of rows of each.
  package let sizes: [Int]

  /// The size up to which a table gets no rollups. SQLite adds up 4,000 rows in a third of a
  /// millisecond (0.07 µs a row): too little for a rollup to save, while more tables to choose from
  /// slow down every question.
  package static let smallestBase = 4_000
  /// How many times smaller than its base a rollup must be to earn its place in the file.
  package static let leastGain = 4
  /// The most rollups of a table: so many by its periods, and as many by years.
  package static let mostRollups = 32
  /// The most dimensions of a set that is considered where there are many.
  private static let mostSets = 1 << 10

  /// `mostRows` is the most of all rollups together, which are in memory while the base is written;
  /// `size` estimates the rows of a set of dimensions, given as bits. With `hasMonths` the table is
  /// one of months, and there is a bit for them above those of the dimensions.
  init(dimensions: Int, hasMonths: Bool, baseSize: Int, mostRows: Int, size: (Int) -> Int) {
    guard baseSize > Self.smallestBase, dimensions > 0 else {
      (rollups, sizes) = ([], [])
      return
    }
    let sets = Self.sets(of: dimensions + (hasMonths ? 1 : 0))
    let known = Dictionary(uniqueKeysWithValues: sets.map { ($0, size($0)) })
    var costs = Dictionary(uniqueKeysWithValues: sets.map { ($0, baseSize) })
    let months = hasMonths ? 1 << dimensions : 0
    var (chosen, rows): ([Int], Int) = ([], 0)
    while true {
      let free = [months, 0].filter { unit in
        chosen.count { $0 & months == unit } < Self.mostRollups / 2
      }
      var best: (set: Int, value: Double)?
      for set in sets where free.contains(set & months) && !chosen.contains(set) {
        guard let own = known[set], own * Self.leastGain <= baseSize,
          rows + own <= min(baseSize, mostRows)
        else { continue }
        var saved = 0.0
        for (inner, cost) in costs where inner & set == inner && cost > own {
          saved += Self.weight(inner.nonzeroBitCount) * Double(cost - own)
        }
        let value = saved / Double(own + Self.rowsWorthATable)
        if saved > 0, value > best?.value ?? 0 || value == best?.value && set < best?.set ?? 0 {
          best = (set, value)
        }
      }
      guard let best, let own = known[best.set] else { break }
      chosen.append(best.set)
      rows += own
      for (inner, cost) in costs where inner & best.set == inner && cost > own {
        costs[inner] = own
      }
    }
    let ordered = chosen.sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    let always = hasMonths ? 0 : 1 << dimensions
    rollups = ordered.map { RollupShape($0 | always, dimensions: dimensions) }
    sizes = ordered.map { known[$0] ?? 0 }
  }

  /// What considering one more table costs a question, in rows read.
  private static let rowsWorthATable = 500

  /// How likely a question needs a set of so many dimensions.
  private static func weight(_ count: Int) -> Double { 1 / Double(1 << count) }

  /// Sets of dimensions, the whole one left out: it is the table itself.
  static func sets(of dimensions: Int) -> [Int] {
    guard dimensions > 10 else { return Array(0..<(1 << dimensions) - 1) }
    var sets = [0]
    for size in 1..<dimensions {
      let next = subsets(size, of: dimensions)
      guard sets.count + next.count <= mostSets else { break }
      sets += next
    }
    return sets
  }

  private static func subsets(_ size: Int, of dimensions: Int, from first: Int = 0) -> [Int] {
    guard size > 0 else { return [0] }
    guard first < dimensions else { return [] }
    return (first..<dimensions).flatMap { dimension in
      subsets(size - 1, of: dimensions, from: dimension + 1).map { $0 | 1 << dimension }
    }
  }
}
