internal import Catalog
private import Importing

/// Which members occur.
extension FactRows {
  /// The members that occur, in order, with the first and the last fiscal year in which some figure
  /// of them is not 0; 0 where none is.
  func occurringMembers(_ time: PublishedTime) -> [(member: Int, first: Int, last: Int)] {
    var years: [Int: (first: Int, last: Int)] = [:]
    for row in 0..<count {
      let hasFigure = (0..<measureCount).contains { isNotZero(row, $0) }
      let year = time.fiscalYear(of: periods[row])
      for dimension in 0..<dimensionCount {
        let known = years[member(row, dimension)] ?? (0, 0)
        years[member(row, dimension)] =
          hasFigure
          ? (known.first == 0 ? year : min(known.first, year), max(known.last, year)) : known
      }
    }
    return years.sorted { $0.key < $1.key }.map { ($0.key, $0.value.first, $0.value.last) }
  }

  /// Whether a cell holds a figure other than 0: one that is withheld alone may be anything.
  private func isNotZero(_ row: Int, _ measure: Int) -> Bool {
    let marks = marks(row, measure)
    return marks & CellMark.number == 0
      ? marks & CellMark.withheld != 0 : figure(row, measure) != 0
  }

  /// The members of a dimension that occur.
  func occurring(in dimension: Int) -> Set<Int> {
    Set((0..<count).lazy.map { member($0, dimension) })
  }
}
