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
    var places: [[UInt32]: Int] = [:]
    var combinations: [[UInt32]] = []
    var counts: [Int] = []
    var groupOf = [Int32](repeating: 0, count: cube.count)
    var last: (codes: [UInt32], place: Int)?
    for entry in 0..<cube.count {
      let codes = times.map { cube.code($0, of: entry) }
      let place: Int
      if let last, last.codes == codes {
        place = last.place
      } else if let known = places[codes] {
        place = known
      } else {
        place = combinations.count
        places[codes] = place
        combinations.append(codes)
        counts.append(0)
      }
      last = (codes, place)
      groupOf[entry] = Int32(place)
      counts[place] += 1
    }
    var starts = counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    groups = combinations.enumerated().map { place, codes in
      let shared = zip(times, codes).map { numbers[$0][Int($1)] }
      return TimeGroup(times: shared, start: starts[place], count: counts[place])
    }
    var order = [UInt32](repeating: 0, count: cube.count)
    for entry in 0..<cube.count {
      let place = Int(groupOf[entry])
      order[starts[place]] = UInt32(entry)
      starts[place] += 1
    }
    self.order = order
  }

  func read(_ group: TimeGroup, _ body: SumBody) throws {
    try withUnsafeTemporaryAllocation(of: UInt32.self, capacity: cube.keyCount + 1) { codes in
      guard let start = codes.baseAddress else { return }
      for place in group.start..<group.start + group.count {
        let entry = Int(order[place])
        for key in 0..<cube.keyCount {
          start[key] = numbers[key][Int(cube.code(key, of: entry))]
        }
        try body(start, cube.sums(of: entry), cube.marks(of: entry))
      }
    }
  }
}
