/// What a rollup keeps of its table.
package struct RollupShape: Equatable, Sendable {
  /// The dimensions that it keeps, by their places among the table's; it sums over all others.
  package let dimensions: [Int]
  /// Whether it adds up the months of each fiscal year.
  package let isByYear: Bool

  init(_ dimensions: [Int], isByYear: Bool = false) {
    (self.dimensions, self.isByYear) = (dimensions, isByYear)
  }

  /// Whether another one of the same time can be added up from its rows.
  func contains(_ other: RollupShape) -> Bool {
    isByYear == other.isByYear && other.dimensions.allSatisfy(dimensions.contains)
  }

  /// The rows that it has of those of a period; `nil` where they come from several periods.
  func rows(of cube: Cube) -> SortedRows? {
    isByYear ? nil : SortedRows(cube.rolledUp(keeping: dimensions), keeping: dimensions)
  }
}

extension RollupShape {
  /// As a set of bits: those of the dimensions, and above them one for months that are told apart.
  init(_ set: Int, dimensions: Int) {
    self.init(
      (0..<dimensions).filter { set >> $0 & 1 == 1 },
      isByYear: set >> dimensions & 1 == 0
    )
  }
}
