import Catalog
import Importing

/// What the catalog says of the facts of a dataset.
struct FactsSummary {
  private(set) var size = 0
  /// For each measure, the first and last period of each unbroken run.
  private(set) var runs: [[(first: Int, last: Int)]]
  private(set) var withheld: [Int]
  private(set) var unpublished: [Int]
  /// The sum of each measure.
  private(set) var sums: [Int]
  private let time: PublishedTime
  /// For each dimension with a coarser one, whether its values roll up.
  private let placed: [[Bool]?]
  /// For each dimension that has an `other`, which of its values that is, and its share by fiscal
  /// year.
  private let isOther: [[Bool]?]
  private var otherShares: [YearShares]
  /// Sums of the first measure: everything, and what does not roll up, by dimension.
  private var whole = 0.0
  private var parts: [Double]

  init(measures: Int, time: PublishedTime, placed: [[Bool]?], rests: [[Member.Rest]]) {
    runs = Array(repeating: [], count: measures)
    withheld = Array(repeating: 0, count: measures)
    unpublished = withheld
    sums = withheld
    self.time = time
    self.placed = placed
    parts = placed.map { _ in 0 }
    isOther = rests.map { $0.contains(.other) ? $0.map { $0 == .other } : nil }
    otherShares = rests.map { _ in YearShares() }
  }

  mutating func add(_ row: TableRow) {
    size += 1
    for figure in sums.indices {
      if row.isWithheld(figure) { withheld[figure] += 1 }
      if row.hasNumber(figure) { sums[figure] += Int(row.figures[figure]) }
      guard row.hasNumber(figure) || row.isWithheld(figure) else {
        unpublished[figure] += 1
        continue
      }
      extendRuns(of: figure, to: row.period)
    }
    guard !sums.isEmpty, row.hasNumber(0) else { return }
    let amount = Double(row.figures[0].magnitude)
    whole += amount
    for (dimension, placed) in placed.enumerated() {
      if let placed, !placed[Int(row.places[dimension])] { parts[dimension] += amount }
    }
    for (dimension, isOther) in isOther.enumerated() {
      guard let isOther else { continue }
      let isPart = isOther[Int(row.places[dimension])]
      otherShares[dimension].add(amount, in: time.fiscalYear(of: row.period), isPart: isPart)
    }
  }

  /// A row that is the sum of a period.
  mutating func add(period: Int, figures: [Int64?]) {
    size += 1
    for figure in sums.indices where figures[figure] != nil {
      extendRuns(of: figure, to: period)
    }
  }

  private mutating func extendRuns(of figure: Int, to period: Int) {
    guard runs[figure].last?.last != period else { return }
    if let last = runs[figure].last?.last, time.successor(of: last) == period {
      runs[figure][runs[figure].count - 1].last = period
    } else {
      runs[figure].append((period, period))
    }
  }

  /// The share of the first measure, in parts per million, in values of a dimension that do not
  /// roll up.
  func unplaced(_ dimension: Int) -> Int {
    whole == 0 ? 0 : Int((parts[dimension] / whole * 1_000_000).rounded())
  }

  /// The share of the first measure, in parts per million, in `other`, by fiscal year.
  func others(_ dimension: Int) -> [(year: Int, share: Int)] { otherShares[dimension].all }
}
