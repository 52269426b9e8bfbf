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
}

extension RollupShape {
  /// As a set of bits: those of the dimensions, and above them one for months that are kept apart.
  init(_ set: Int, dimensions: Int) {
    self.init(
      (0..<dimensions).filter { set >> $0 & 1 == 1 },
      isByYear: set >> dimensions & 1 == 0
    )
  }
}

extension [RollupShape] {
  /// The rows that each has of those of a period, added up from the smallest that has all it needs;
  /// `nil` for years, whose rows come from several periods. Those of few dimensions come first.
  func rows(of cube: Cube) -> [SortedRows?] {
    var cubes: [Cube?] = map { _ in nil }
    for place in indices.reversed() where !self[place].isByYear {
      let smallest = indices.filter { $0 > place && self[$0].contains(self[place]) }
        .compactMap { cubes[$0] }.min { $0.count < $1.count }
      cubes[place] = (smallest ?? cube).rolledUp(keeping: self[place].dimensions)
    }
    return zip(self, cubes).map { shape, cube in
      cube.map { SortedRows($0, keeping: shape.dimensions) }
    }
  }
}
