internal import Catalog
private import Importing

/// Which members occur.
extension FactRows {
  /// The members that occur, in order, with the first and the last fiscal year in which some figure
  /// of them is not 0; 0 where none is.
  func occurringMembers(_ time: PublishedTime) -> [(member: Int, first: Int, last: Int)] {
    var years = OccurringYears(members.max())
    var start = 0
    while start < count {
      let end = end(ofPeriodAt: start)
      let year = time.fiscalYear(of: periods[start])
      for row in start..<end {
        let hasFigure = (0..<measureCount).contains { isNotZero(row, $0) }
        let places = row * dimensionCount..<(row + 1) * dimensionCount
        for place in places { years.add(Int(members[place]), in: hasFigure ? year : nil) }
      }
      start = end
    }
    return years.all
  }

  /// Whether a cell holds a figure other than 0: one that is withheld alone may be anything.
  private func isNotZero(_ row: Int, _ measure: Int) -> Bool {
    let marks = marks(row, measure)
    return marks & CellMark.number == 0
      ? marks & CellMark.withheld != 0 : figure(row, measure) != 0
  }

  /// The members of a dimension that occur.
  func occurring(in dimension: Int) -> Set<Int> {
    var occurs = Array(repeating: false, count: Int(members.max() ?? 0) + 1)
    for row in 0..<count { occurs[member(row, dimension)] = true }
    return Set(occurs.indices.lazy.filter { occurs[$0] })
  }

  /// Whether more than so many members of a dimension occur.
  func hasMore(than limit: Int, in dimension: Int) -> Bool {
    var found: [Int] = []
    for row in 0..<count where !found.contains(member(row, dimension)) {
      found.append(member(row, dimension))
      if found.count > limit { return true }
    }
    return false
  }
}

/// The first and the last fiscal year of each member, by its id.
private struct OccurringYears {
  /// 0 where every figure is 0; negative where the member does not occur.
  private var first: [Int]
  private var last: [Int]

  init(_ greatest: UInt32?) {
    first = Array(repeating: -1, count: Int(greatest ?? 0) + 1)
    last = first
  }

  /// Adds a row of a member; `year` is the year of a figure that is not 0. Years come in order.
  mutating func add(_ member: Int, in year: Int?) {
    if first[member] < 0 { (first[member], last[member]) = (0, 0) }
    guard let year else { return }
    if first[member] == 0 { first[member] = year }
    last[member] = year
  }

  var all: [(member: Int, first: Int, last: Int)] {
    first.indices.lazy.filter { first[$0] >= 0 }.map { ($0, first[$0], last[$0]) }
  }
}
