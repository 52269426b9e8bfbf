/// The sums of one period in the order of their keys, in as little memory as possible.
struct SortedRows {
  private let packing: KeyPacking
  private let columns: [Int]
  private let keys: [UInt64]
  private let sums: [Int64]
  private let marks: [UInt8]
  let count: Int

  /// The memory that rows take, in bytes.
  static func bytes(figures: Int) -> Int { 16 + figures * 9 }

  /// `columns`: those that the rows have; all others are the same in every key.
  init(_ cube: Cube, keeping columns: [Int]) {
    packing = cube.packing
    self.columns = columns
    count = cube.count
    let figureCount = cube.figureCount
    var (keys, sums, marks): ([UInt64], [Int64], [UInt8]) = ([], [], [])
    keys.reserveCapacity(count * 2)
    sums.reserveCapacity(count * figureCount)
    marks.reserveCapacity(count * figureCount)
    for entry in cube.sorted() {
      let entry = Int(entry)
      keys.append(cube.key(of: entry)[0])
      keys.append(cube.key(of: entry)[1])
      for figure in 0..<figureCount {
        sums.append(cube.sums(of: entry)[figure])
        marks.append(cube.marks(of: entry)[figure])
      }
    }
    (self.keys, self.sums, self.marks) = (keys, sums, marks)
  }

  /// Adds the rows to sums of some of their columns.
  func add(to cube: Cube, keeping columns: [Int]) {
    let figureCount = cube.figureCount
    let mask = packing.mask(keeping: columns)
    sums.withUnsafeBufferPointer { sums in
      marks.withUnsafeBufferPointer { marks in
        for row in 0..<count {
          guard let figures = sums.baseAddress, let marks = marks.baseAddress else { return }
          do {
            try cube.add(
              high: keys[row * 2] & mask.high,
              low: keys[row * 2 + 1] & mask.low,
              figures + row * figureCount,
              marks + row * figureCount
            )
          } catch {
            preconditionFailure("a part of the sums of a period is larger than they are: \(error)")
          }
        }
      }
    }
  }

  func give(period: Int, to sink: any TableRowSink) throws {
    let figureCount = count == 0 ? 0 : sums.count / count
    try withUnsafeTemporaryAllocation(of: UInt32.self, capacity: columns.count + 1) { places in
      places.initialize(repeating: 0)
      for row in 0..<count {
        for (index, column) in columns.enumerated() {
          let place = packing.places[column]
          let bits = keys[row * 2 + place.word] >> place.shift & place.mask
          places[index] = UInt32(truncatingIfNeeded: bits)
        }
        let cells = row * figureCount..<(row + 1) * figureCount
        try sums.withUnsafeBufferPointer { sums in
          try marks.withUnsafeBufferPointer { marks in
            try sink.take(
              TableRow(
                period: period,
                places: UnsafeBufferPointer(rebasing: places[..<columns.count]),
                figures: UnsafeBufferPointer(rebasing: sums[cells]),
                marks: UnsafeBufferPointer(rebasing: marks[cells])
              )
            )
          }
        }
      }
    }
  }
}
