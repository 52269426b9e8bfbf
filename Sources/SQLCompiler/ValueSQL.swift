import Catalog
import Planner
import QueryLanguage

/// Writes a value of the question over the figures of a row.
struct ValueSQL {
  let query: ResolvedQuery
  /// How a figure is written.
  let figure: (Int) -> SQLFragment
  /// How a fold is written.
  let fold: (Int) -> SQLFragment
  /// What a part of a sum adds that cannot exist in a row; `nil` where it always can.
  let nothing: (Int) -> SQLFragment?
  /// The decimals of a value that is a sum of figures; `nil` of any other.
  var decimals: (ResolvedQuery.Value) -> Int? = { _ in nil }

  func sql(_ value: ResolvedQuery.Value) -> SQLFragment {
    switch value {
    case .figure(let index): return figure(index)
    case .fold(let index): return fold(index)
    case .number(let ratio):
      return ratio.denominator == 1
        ? "\(ratio.numerator)" : "(\(ratio.numerator) * 1.0 / \(ratio.denominator))"
    case .operation(let sign, let left, let right):
      let places = decimals(value) ?? 0
      switch sign {
      case .add: return ("(\(part(left)) + \(part(right)))" as SQLFragment).rounded(to: places)
      case .subtract: return ("(\(part(left)) - \(part(right)))" as SQLFragment).rounded(to: places)
      case .multiply: return ("(\(sql(left)) * \(sql(right)))" as SQLFragment).rounded(to: places)
      case .divide: return quotient(left, right)
      }
    }
  }

  /// Of whole numbers where both sides are sums of figures.
  private func quotient(
    _ left: ResolvedQuery.Value,
    _ right: ResolvedQuery.Value
  ) -> SQLFragment {
    var (dividend, divisor) = (sql(left), sql(right))
    if let own = decimals(left), let other = decimals(right), own + other > 0 {
      dividend = dividend.counted(inDecimals: own)
      divisor = divisor.counted(inDecimals: other)
      if own < other { dividend = "\(dividend) * \(powerOfTen(other - own))" }
      if other < own { divisor = "\(divisor) * \(powerOfTen(own - other))" }
    }
    return "(\(dividend) * 1.0 / nullif(\(divisor), 0))"
  }

  /// A part of a sum: one that cannot exist adds nothing.
  private func part(_ value: ResolvedQuery.Value) -> SQLFragment {
    guard case .figure(let index) = value, let nothing = nothing(index) else { return sql(value) }
    return "coalesce(\(sql(value)), \(nothing))"
  }
}

extension ResolvedQuery.Figure {
  /// Zero in rows of other values than those that the figure is restricted to.
  func nothingElsewhere(_ keys: [ResolvedQuery.Key], in rows: String) -> SQLFragment? {
    let required = restriction?.required ?? Requirements()
    let others = keys.compactMap { key -> SQLFragment? in
      guard let dimension = key.dimension, let members = required[dimension.id] else { return nil }
      let ids = members.elements.map { "\($0)" as SQLFragment }.joined(separator: ", ")
      return "\(column: key.column, of: rows) NOT IN (\(ids))"
    }
    guard !others.isEmpty else { return nil }
    return "CASE WHEN \(others.joined(separator: " OR ")) THEN 0 END"
  }
}
