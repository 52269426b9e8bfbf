internal import Catalog
internal import Importing

/// What one measure of a dataset holds: its runs of periods, its sum, and how many of its cells are
/// special.
struct MeasureSummary {
  /// First and last period of each unbroken run.
  private(set) var runs: [(first: Int, last: Int)] = []
  private(set) var sum = 0
  private(set) var withheld = 0
  private(set) var hedged = 0
  /// Empty cells.
  private(set) var empty = 0
  /// Empty cells from the first to the last period held, as far as the periods are over.
  private var emptyInside = 0
  /// Empty cells since then.
  private var emptyAfter = 0
  /// Empty cells of the current period.
  private var emptyNow = 0
  private var current: Int?

  /// Empty cells from the first to the last period held.
  var unpublished: Int { emptyInside + (isHeldNow ? emptyAfter + emptyNow : 0) }

  private var isHeldNow: Bool { current != nil && runs.last?.last == current }

  /// Adds a cell; rows come in the order of their periods.
  mutating func add(_ row: TableRow, _ measure: Int, _ time: PublishedTime) {
    if row.period != current { begin(row.period) }
    let hasNumber = row.hasNumber(measure)
    if hasNumber {
      sum += Int(row.figures[measure])
      if row.hedge != 0 { hedged += 1 }
    }
    if row.isWithheld(measure) {
      withheld += 1
    } else if !hasNumber {
      empty += 1
      emptyNow += 1
      return
    }
    extendRuns(to: row.period, time)
  }

  private mutating func begin(_ period: Int) {
    if isHeldNow {
      emptyInside = unpublished
      emptyAfter = 0
    } else if !runs.isEmpty {
      emptyAfter += emptyNow
    }
    emptyNow = 0
    current = period
  }

  /// Adds the sum of a period, in which cells may be withheld.
  mutating func add(period: Int, isWithheld: Bool, _ time: PublishedTime) {
    if isWithheld { withheld += 1 }
    extendRuns(to: period, time)
  }

  private mutating func extendRuns(to period: Int, _ time: PublishedTime) {
    guard let last = runs.last?.last else { return runs.append((period, period)) }
    guard last != period else { return }
    if time.successor(of: last) == period {
      runs[runs.count - 1].last = period
    } else {
      runs.append((period, period))
    }
  }
}
