/// The sums of one thread, in memory.
struct CubeInGroups: SumsInGroups {
  let groups: [TimeGroup]
  private let cube: Cube
  /// Numbers of combinations, group by group.
  private let order: [UInt32]
  /// Shared numbers of texts, by the thread's own numbers.
  private let numbers: [[UInt32]]

  init(_ cube: Cube, numbers: [[UInt32]], times: [Int]) {
    self.cube = cube
    self.numbers = numbers
    let mask = cube.packing.mask(keeping: times)
    let known = KeySet()
    var counts: [Int] = []
    /// A combination of each group.
    var examples: [Int] = []
    var groupOf = [Int32](repeating: 0, count: cube.count)
    for entry in 0..<cube.count {
      let key = cube.key(of: entry)
      let group = known.number(of: PackedKey(high: key[0] & mask.high, low: key[1] & mask.low))
      if group == counts.count {
        counts.append(0)
        examples.append(entry)
      }
      groupOf[entry] = Int32(group)
      counts[group] += 1
    }
    var starts = counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    groups = examples.enumerated().map { group, entry in
      let shared = times.map { numbers[$0][Int(cube.code($0, of: entry))] }
      return TimeGroup(times: shared, start: starts[group], count: counts[group])
    }
    var order = [UInt32](repeating: 0, count: cube.count)
    for entry in 0..<cube.count {
      let group = Int(groupOf[entry])
      order[starts[group]] = UInt32(entry)
      starts[group] += 1
    }
    self.order = order
  }

  /// How many sums are on their way from memory at once.
  private static let ahead = 16

  func read(_ group: TimeGroup, _ body: SumBody) throws {
    try withUnsafeTemporaryAllocation(of: UInt32.self, capacity: cube.keyCount + 1) { codes in
      guard let start = codes.baseAddress else { return }
      let end = group.start + group.count
      for place in group.start..<end {
        // The sums of a group lie anywhere in a cube that is larger than the cache.
        if place + Self.ahead < end { cube.prefetch(Int(order[place + Self.ahead])) }
        let entry = Int(order[place])
        for key in 0..<cube.keyCount {
          start[key] = numbers[key][Int(cube.code(key, of: entry))]
        }
        try body(start, cube.sums(of: entry), cube.marks(of: entry))
      }
    }
  }
}
