/// For sums of anything but files.
extension Cube {
  /// A row that is to be added.
  package struct Row {
    /// One number for each key column.
    package var codes: [UInt32]
    /// One figure for each sum, as a whole number of its smallest parts.
    package var figures: [Int64]
    fileprivate let marks: [UInt8]

    package init(keys: Int, figures: Int) {
      codes = Array(repeating: 0, count: keys)
      self.figures = Array(repeating: 0, count: figures)
      marks = Array(repeating: CellMark.number, count: figures)
    }
  }

  /// An empty cube whose combinations have `keys` numbers each.
  package convenience init(keys: Int, figures: Int) {
    let width = max(1, min(10, 64 / max(1, keys)))
    self.init(widths: Array(repeating: width, count: keys), figures: figures)
  }

  /// Adds a row; `false` where sums grow too large.
  package func add(_ row: Row) -> Bool {
    row.codes.withUnsafeBufferPointer { codes in
      row.figures.withUnsafeBufferPointer { figures in
        row.marks.withUnsafeBufferPointer { marks in
          guard let codes = codes.baseAddress, let figures = figures.baseAddress,
            let marks = marks.baseAddress
          else { return true }
          return (try? add(codes, figures, marks)) != nil
        }
      }
    }
  }

  package func sum(_ figure: Int, of entry: Int) -> Int64 { sums(of: entry)[figure] }
}
