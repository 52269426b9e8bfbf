/// A row of cells that is being read: the texts of those that are not empty, with their columns.
///
/// One object serves for all rows of a file, so what it holds is good only until the next row is
/// read.
package final class SheetRow {
  /// The number of the row in its sheet, or of its first line in its file, counted from 1.
  package internal(set) var number = 0
  /// The columns of the cells, counted from 0, in ascending order.
  package private(set) var columns: [Int] = []
  private var ends: [Int] = []
  private var bytes: [UInt8] = []

  package init() {}

  /// Number of cells that are not empty.
  package var count: Int { columns.count }

  /// Empties it for the row with some number.
  package func begin(_ number: Int) {
    self.number = number
    columns.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Adds a cell to the right of those that it has; an empty text is no cell.
  package func append(_ text: UnsafeBufferPointer<UInt8>, column: Int) {
    guard !text.isEmpty else { return }
    bytes.append(contentsOf: text)
    columns.append(column)
    ends.append(bytes.count)
  }

  /// The bytes of a cell by its place among those that are not empty.
  package func withBytes<Result>(
    at place: Int,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let start = place == 0 ? 0 : ends[place - 1]
    return try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[start..<ends[place]]))
    }
  }

  /// The text of a cell by its place among those that are not empty.
  package func text(at place: Int) -> String {
    withBytes(at: place) { String(decoding: $0, as: UTF8.self) }
  }

  /// The place of the cell in a column among those that are not empty; `nil` where it is empty.
  package func place(ofColumn column: Int) -> Int? {
    // Rows are mostly full to the left.
    if column < columns.count, columns[column] == column { return column }
    var (low, high) = (0, columns.count)
    while low < high {
      let middle = (low + high) / 2
      if columns[middle] < column { low = middle + 1 } else { high = middle }
    }
    return low < columns.count && columns[low] == column ? low : nil
  }

  /// The text of the cell in a column; empty where there is none.
  package func text(inColumn column: Int) -> String {
    place(ofColumn: column).map(text(at:)) ?? ""
  }
}
