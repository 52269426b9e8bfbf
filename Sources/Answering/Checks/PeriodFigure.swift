import Catalog
import Planner

/// The figure of one period.
struct PeriodFigure {
  /// The sum of the cells that have a number; `nil` when none has.
  private(set) var estimate: Estimate?
  private(set) var hedges = IDSet()
  private(set) var withheld = 0
  private(set) var empty = 0

  mutating func add(_ added: Estimate?, hedge: Int, withheld: Int, empty: Int) {
    if let added { estimate = estimate.map { $0 + added } ?? added }
    if hedge > 0 { hedges.insert(hedge) }
    self.withheld += withheld
    self.empty += empty
  }
}
