import Diagnostics

/// The rows of a table in the order of the fact table's key, where equal keys are adjacent.
struct FactOrder {
  /// Indices of rows.
  let rows: [Int]

  /// `columns` are the dimensions of the rows in the order in which the fact table has them.
  ///
  /// Rows come sorted by time, so that only rows of one period are compared.
  init(_ facts: FactRows, columns: [Int]) {
    var order: [Int] = []
    order.reserveCapacity(facts.count)
    var start = 0
    while start < facts.count {
      let end = facts.end(ofPeriodAt: start)
      let rows = start..<end
      // Most files come in this order already.
      order +=
        facts.areSorted(rows, columns: columns)
        ? Array(rows) : rows.sorted { facts.precedes($0, $1, columns: columns) }
      start = end
    }
    rows = order
  }
}

extension FactRows {
  /// The index after the last row of the same period.
  func end(ofPeriodAt start: Int) -> Int {
    var end = start + 1
    while end < count && periods[end] == periods[start] { end += 1 }
    return end
  }

  fileprivate func areSorted(_ rows: Range<Int>, columns: [Int]) -> Bool {
    rows.dropFirst().allSatisfy { precedes($0 - 1, $0, columns: columns) }
  }

  fileprivate func precedes(_ a: Int, _ b: Int, columns: [Int]) -> Bool {
    for column in columns {
      let (left, right) = (member(a, column), member(b, column))
      if left != right { return left < right }
    }
    return a < b
  }

  /// Refuses two rows for one key, and two spans that share a day for the same members.
  func checkPartition(_ order: FactOrder, path: String) throws {
    for (a, b) in zip(order.rows, order.rows.dropFirst())
    where periods[a] == periods[b] && members(of: a).elementsEqual(members(of: b)) {
      let (first, second) = (min(lines[a], lines[b]), max(lines[a], lines[b]))
      throw FileMistake(path, line: second, "has the same time and members as line \(first)")
    }
    guard !spanEnds.isEmpty else { return }
    var latest: [[UInt32]: Int] = [:]
    for row in 0..<count {
      let key = Array(members(of: row))
      guard let earlier = latest.updateValue(row, forKey: key) else { continue }
      guard end(of: periods[earlier]) < periods[row] else {
        let message = "the span overlaps the one of line \(lines[earlier])"
        throw FileMistake(path, line: lines[row], message)
      }
    }
  }

  private func members(of row: Int) -> ArraySlice<UInt32> {
    members[row * dimensionCount..<(row + 1) * dimensionCount]
  }
}
