/// A few rows that have been read but not added up yet.
final class WaitingRows {
  static let most = 32

  var count = 0
  /// Two words a row.
  let keys: UnsafeMutablePointer<UInt64>
  let figures: UnsafeMutablePointer<Int64>
  let marks: UnsafeMutablePointer<UInt8>
  let lines: UnsafeMutablePointer<Int>
  /// The number of rows that can wait.
  let touched: UnsafeMutablePointer<UInt64>
  private let figureCount: Int

  init(figures figureCount: Int) {
    self.figureCount = figureCount
    keys = .allocate(capacity: Self.most * 2)
    figures = .allocate(capacity: max(1, Self.most * figureCount))
    marks = .allocate(capacity: max(1, Self.most * figureCount))
    lines = .allocate(capacity: Self.most)
    touched = .allocate(capacity: Self.most)
    touched.initialize(repeating: 0, count: Self.most)
  }

  deinit {
    keys.deallocate()
    figures.deallocate()
    marks.deallocate()
    lines.deallocate()
    touched.deallocate()
  }

  var isFull: Bool { count == Self.most }

  @inline(__always)
  func append(
    _ high: UInt64,
    _ low: UInt64,
    _ figures: UnsafePointer<Int64>,
    _ marks: UnsafePointer<UInt8>,
    _ line: Int
  ) {
    keys[count * 2] = high
    keys[count * 2 + 1] = low
    for figure in 0..<figureCount {
      self.figures[count * figureCount + figure] = figures[figure]
      self.marks[count * figureCount + figure] = marks[figure]
    }
    lines[count] = line
    count += 1
  }
}
