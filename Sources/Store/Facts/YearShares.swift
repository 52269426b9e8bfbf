/// The share of a part in the whole, by fiscal year.
struct YearShares {
  private var years: [Int: (whole: Double, part: Double)] = [:]

  mutating func add(_ amount: Double, in year: Int, isPart: Bool) {
    years[year, default: (0, 0)].whole += amount
    if isPart { years[year, default: (0, 0)].part += amount }
  }

  /// In parts per million, for the years in which there is a part, in order.
  var all: [(year: Int, share: Int)] {
    years.filter { $0.value.part > 0 }.sorted { $0.key < $1.key }.map {
      ($0.key, Int(($0.value.part / $0.value.whole * 1_000_000).rounded()))
    }
  }
}
