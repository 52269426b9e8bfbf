/// The share of a part in the whole, by fiscal year.
struct YearShares {
  private var years: [Int: Sums] = [:]
  /// The year that was added last, which is not among the others.
  private var (year, open) = (0, Sums())

  private struct Sums {
    var (whole, part) = (0.0, 0.0)
  }

  mutating func add(_ amount: Double, in year: Int, isPart: Bool) {
    if year != self.year {
      years[self.year] = open
      (self.year, open) = (year, years[year] ?? Sums())
    }
    open.whole += amount
    if isPart { open.part += amount }
  }

  /// In parts per million, for the years in which there is a part, in order.
  var all: [(year: Int, share: Int)] {
    years.merging([year: open]) { $1 }.filter { $0.value.part > 0 }.sorted { $0.key < $1.key }.map {
      ($0.key, Int(($0.value.part / $0.value.whole * 1_000_000).rounded()))
    }
  }
}
