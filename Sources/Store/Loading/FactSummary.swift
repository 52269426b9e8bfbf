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
  /// The members that occur, in order, with the first and the last fiscal year in which some figure
  /// of them is not 0; 0 where none is.
  func occurringMembers(_ time: PublishedTime) -> [(member: Int, first: Int, last: Int)] {
    var years: [Int32: (first: Int, last: Int)] = [:]
    for row in 0..<count {
      let hasFigure = (0..<measureCount).contains { measure in
        figure(row, measure) != 0 && !isUnpublished(row, measure)
      }
      let year = time.fiscalYear(of: periods[row])
      for dimension in 0..<dimensionCount {
        let known = years[member(row, dimension)] ?? (0, 0)
        years[member(row, dimension)] =
          hasFigure
          ? (known.first == 0 ? year : min(known.first, year), max(known.last, year)) : known
      }
    }
    return years.sorted { $0.key < $1.key }.map { (Int($0.key), $0.value.first, $0.value.last) }
  }

  /// The share of the first measure, in parts per million, in members of a dimension without a
  /// parent.
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

  /// Number of values of a dimension that occur, without rests.
  func named(_ dimension: Int, isValue: [Bool]) -> Int {
    Set((0..<count).lazy.map { member($0, dimension) }).count { isValue[Int($0)] }
  }

  /// The share of the first measure, in parts per million, in some members, for each fiscal year in
  /// which they occur.
  func shares(
    _ dimension: Int,
    of isMeant: [Bool],
    time: PublishedTime
  ) -> [(year: Int, share: Int)] {
    guard (0..<count).contains(where: { isMeant[Int(member($0, dimension))] }) else { return [] }
    var shares = YearShares()
    for row in 0..<count where figure(row, 0) != Self.missing {
      let amount = Double(figure(row, 0).magnitude)
      let isPart = isMeant[Int(member(row, dimension))]
      shares.add(amount, in: time.fiscalYear(of: periods[row]), isPart: isPart)
    }
    return shares.all
  }
}
