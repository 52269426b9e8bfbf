internal import Catalog

/// What one measure of a dataset holds: its runs of periods and how many of its cells are special.
struct FactSummary {
  /// First and last period of each unbroken run.
  private(set) var runs: [(first: Int, last: Int)] = []
  private(set) var withheld = 0
  /// Empty cells between the first and the last period held.
  private(set) var unpublished = 0
  private(set) var hedged = 0

  init(_ facts: FactRows, measure: Int, time: PublishedTime) {
    var lastHeld: Int?
    for row in 0..<facts.count where !facts.isUnpublished(row, measure) {
      if facts.isWithheld(row, measure) { withheld += 1 }
      if facts.hedges[row] != 0 && facts.figure(row, measure) != FactRows.missing { hedged += 1 }
      let period = facts.periods[row]
      if period != lastHeld {
        extend(to: period, after: lastHeld, end: facts.end(of: period), time: time)
        lastHeld = period
      }
    }
    guard let first = runs.first?.first, let lastHeld else { return }
    for row in 0..<facts.count where facts.isUnpublished(row, measure) {
      if first <= facts.periods[row] && facts.periods[row] <= lastHeld { unpublished += 1 }
    }
  }

  private mutating func extend(to period: Int, after last: Int?, end: Int, time: PublishedTime) {
    if let last, time.successor(of: last) == period {
      runs[runs.count - 1].last = end
    } else {
      runs.append((period, end))
    }
  }
}

extension FactRows {
  /// The members that occur, in order.
  var occurringMembers: [Int] { Set(members).sorted().map(Int.init) }

  /// Parts per million of the first measure that fall to members of a dimension that are not
  /// placed.
  func unplaced(_ dimension: Int, isPlaced: [Bool]) -> Int {
    var whole: Double = 0
    var part: Double = 0
    for row in 0..<count where figure(row, 0) != Self.missing {
      let amount = Double(figure(row, 0).magnitude)
      whole += amount
      if !isPlaced[Int(member(row, dimension))] { part += amount }
    }
    return whole == 0 ? 0 : Int((part / whole * 1_000_000).rounded())
  }
}
