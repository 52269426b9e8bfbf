/// Sums of a large dataset over all of its dimensions but one, or over all of them.
struct Rollup {
  /// The dimension that is kept, by its place among the dataset's; `nil` sums over all.
  let dimension: Int?
  /// The measures that are summed, by their places among the dataset's.
  let measures: [Int]
  let facts: FactRows

  /// SQLite adds up 4,000 rows in a third of a millisecond (0.07 µs a row): less than a rollup
  /// could save anyone, and more datasets to choose from cost every question.
  static let smallestBase = 4_000
  /// How many times smaller a rollup must be to earn its place in the file.
  static let leastGain = 4

  /// The rollups of a dataset that pay. None of a table with hedges: a sum of floors is no figure.
  ///
  /// `sums` are the measures that may be added, by their places. A measure with an empty cell has
  /// no rollup: its sum would say less than it seems to.
  static func all(of base: FactRows, sums: [Int]) -> [Rollup] {
    guard base.count > smallestBase, !base.isHedged else { return [] }
    let measures = sums.filter { measure in
      !(0..<base.count).contains { base.isUnpublished($0, measure) }
    }
    guard !measures.isEmpty else { return [] }
    // One dimension alone is the table itself.
    let kept = base.dimensionCount > 1 ? Array(0..<base.dimensionCount) : []
    return ([nil] + kept).compactMap { dimension in
      let rollup = Rollup(base, dimension: dimension, measures: measures)
      return rollup.facts.count * leastGain <= base.count ? rollup : nil
    }
  }

  private init(_ base: FactRows, dimension: Int?, measures: [Int]) {
    self.dimension = dimension
    self.measures = measures
    var facts = FactRows(
      dimensionCount: dimension == nil ? 0 : 1,
      measureCount: measures.count
    )
    facts.spanEnds = base.spanEnds
    var sums = PeriodSums()
    var start = 0
    while start < base.count {
      let end = base.end(ofPeriodAt: start)
      for row in start..<end {
        let member = dimension.map { base.member(row, $0) } ?? 0
        facts.add(base, row, measures, to: sums.row(of: member, in: &facts, from: base, row))
      }
      sums.finishPeriod()
      start = end
    }
    self.facts = facts
  }
}

/// The rows of the period that is being summed, by member.
private struct PeriodSums {
  private var rowOfMember: [Int] = []
  private var members: [Int] = []

  /// The row that sums a member, made when the member is met first.
  mutating func row(
    of member: Int32,
    in facts: inout FactRows,
    from base: FactRows,
    _ row: Int
  ) -> Int {
    let member = Int(member)
    if member >= rowOfMember.count {
      rowOfMember += Array(repeating: -1, count: member + 1 - rowOfMember.count)
    }
    if rowOfMember[member] < 0 {
      rowOfMember[member] = facts.count
      members.append(member)
      facts.appendEmptyRow(base.periods[row], member: Int32(member), line: base.lines[row])
    }
    return rowOfMember[member]
  }

  mutating func finishPeriod() {
    for member in members { rowOfMember[member] = -1 }
    members.removeAll(keepingCapacity: true)
  }
}

extension FactRows {
  fileprivate mutating func appendEmptyRow(_ period: Int, member: Int32, line: Int) {
    periods.append(period)
    if dimensionCount == 1 { members.append(member) }
    for _ in 0..<measureCount { figures.append(Self.missing) }
    withheld.append(0)
    hedges.append(0)
    lines.append(line)
  }

  /// Adds a row of the base. A withheld cell leaves the sum as a lower bound, and says so.
  fileprivate mutating func add(_ base: FactRows, _ row: Int, _ measures: [Int], to sum: Int) {
    for (place, measure) in measures.enumerated() {
      if base.isWithheld(row, measure) { withheld[sum] |= 1 << place }
      let figure = base.figure(row, measure)
      guard figure != Self.missing else { continue }
      let index = sum * measureCount + place
      // Cannot overflow: the magnitudes of the whole table fit (``FactReader``).
      figures[index] = figures[index] == Self.missing ? figure : figures[index] + figure
    }
  }
}
