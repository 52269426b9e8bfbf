import Catalog
import Planner
import Results

/// What one dataset has of a figure for each of its periods.
struct PeriodFigures {
  private var byCode: [Int: PeriodFigure] = [:]

  /// Adds what a row has.
  mutating func read(_ row: EvidenceRow, scale: Int, rounding: Int) {
    byCode[row.period, default: PeriodFigure()].add(
      row.sum.map {
        Estimate(
          stored: $0,
          scale: scale,
          cells: row.cells,
          rounding: rounding,
          hedge: row.hedge
        )
      },
      hedge: row.sum == nil ? 0 : row.hedge,
      withheld: row.withheld,
      empty: row.empty
    )
  }

  subscript(code: Int) -> PeriodFigure? { byCode[code] }
}

extension Estimate {
  /// A sum of cells as the fact tables hold it.
  fileprivate init(stored sum: Int, scale: Int, cells: Int, rounding: Int, hedge: Int) {
    let point = Fraction(sum, over: scale)
    let exact = Interval(point)
    let interval: Interval
    switch Precision(hedge: hedge) {
    case .exact:
      interval = rounding > 1 ? exact.widened(by: Fraction(cells * rounding, over: 2)) : exact
    case .floor: interval = Interval(.number(point), .positiveInfinity)
    case .ceiling:
      let least = Self.least(point, hedge, unit: Self.lastDigit(sum, scale))
      interval = Interval(.number(least), .number(point))
    case .approximate:
      interval = exact.widened(by: Self.lastDigit(sum, scale) * Fraction(1, over: 2))
    }
    self.init(point, in: interval, origin: cells == 1 ? .published : .computed)
  }

  /// "Nearly" allows a unit of the last digit less, at most a tenth, as in a statement; "up to"
  /// allows zero.
  private static func least(_ point: Fraction, _ hedge: Int, unit: Fraction) -> Fraction {
    guard hedge == Hedge.nearly.code else { return .zero }
    return point - min(unit, point * Fraction(1, over: 10))
  }

  /// A unit of the last digit that is not zero, as stated figures are read.
  private static func lastDigit(_ sum: Int, _ scale: Int) -> Fraction {
    var unit = 1
    while sum != 0, sum % (unit * 10) == 0 { unit *= 10 }
    return Fraction(unit, over: scale)
  }
}
