/// The rows that a rollup would have, estimated from some of the table's periods.
struct RollupSample {
  private let shape: RollupShape
  /// The rows of the periods that were counted, each by itself.
  private var rows = 0
  /// The keys of a period of which only slices are seen, or of all periods.
  private var keys = DistinctKeys()

  init(_ shape: RollupShape) { self.shape = shape }

  /// `isSlice`: whether the rows are a part of those of a period.
  mutating func add(_ cube: Cube, isSlice: Bool) {
    if shape.isByYear || isSlice { keys.add(cube, keeping: shape.dimensions) }
    if !isSlice { rows += cube.rowCount(keeping: shape.dimensions) }
  }

  mutating func endPeriod() {
    guard !shape.isByYear else { return }
    rows += keys.count
    keys = DistinctKeys()
  }

  /// The rows in all periods, of which some were counted.
  func size(of sampled: Int, in all: Int) -> Int {
    guard shape.isByYear else {
      return Int((Double(rows) * Double(all) / Double(max(1, sampled))).rounded(.up))
    }
    let own = Self.inYear(sampled, each: Double(rows) / Double(max(1, sampled)), keys.count)
    return Int((own * Double(all) / Double(Self.monthsOfYear)).rounded(.up))
  }

  private static let monthsOfYear = 12

  /// The combinations that a year has where `each` are in a month, and `together` in several, if
  /// every combination is as likely in one month as in another.
  static func inYear(_ months: Int, each: Double, _ together: Int) -> Double {
    let growth = Double(together) / max(1, each)
    guard months > 1, growth > 1 else { return Double(together) }
    func part(_ likely: Double, _ months: Int) -> Double {
      1 - (0..<months).reduce(1.0) { none, _ in none * (1 - likely) }
    }
    var (low, high) = (1e-6, 1.0)
    for _ in 0..<30 {
      let likely = (low + high) / 2
      if part(likely, months) / likely > growth { low = likely } else { high = likely }
    }
    return each / low * part(low, monthsOfYear)
  }
}
