import Catalog
import Planner
import QueryLanguage

/// A sum of published figures is a decimal with as many digits after the point as they have, and is
/// computed as that decimal: binary fractions would leave 12322.970999999998 of 12322.971.
extension FrameSQL {
  /// The decimals of a value that is a sum of figures as they are stored; `nil` for quotients and
  /// means, which may have any number of decimals.
  func decimals(of value: ResolvedQuery.Value) -> Int? {
    switch value {
    case .figure(let index):
      let own = allFigures[index]
      return own.isWeighted ? nil : own.measure.decimals
    case .number(let ratio): return ratio.denominator == 1 ? 0 : nil
    case .fold(let index):
      let fold = plan.query.folds[index]
      switch fold.function {
      case .max, .min: return decimals(of: fold.value)
      // For the median of an even number of values, half of the last digit.
      case .median: return decimals(of: fold.value).map { $0 + 1 }
      case .average: return nil
      }
    case .operation(let sign, let left, let right):
      guard let own = decimals(of: left), let other = decimals(of: right) else { return nil }
      switch sign {
      case .add, .subtract: return max(own, other)
      case .multiply: return own + other
      case .divide: return nil
      }
    }
  }

  /// The decimals of a column, as its rows show it.
  func decimals(of column: ResolvedQuery.ComputedColumn) -> Int {
    if plan.query.per != nil, column.isDivided { return 0 }
    return decimals(of: column.value) ?? 0
  }
}

extension SQLFragment {
  /// The value as a decimal.
  func rounded(to decimals: Int) -> SQLFragment {
    decimals == 0 ? self : "round(\(self), \(decimals))"
  }

  /// The value in units of its last decimal, a whole number, so that a quotient of two values is
  /// rounded only once.
  func counted(inDecimals decimals: Int) -> SQLFragment {
    decimals == 0 ? self : "round(\(self) * \(powerOfTen(decimals)))"
  }
}

func powerOfTen(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }

extension Measure {
  /// Number of digits after the point in its figures.
  var decimals: Int { String(scale).utf8.count - 1 }
}
