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
  /// The decimals of a value that is a sum of figures; `nil` for any other.
  var decimals: (ResolvedQuery.Value) -> Int? = { _ in nil }

  func sql(_ value: ResolvedQuery.Value) -> SQLFragment {
    switch value {
    case .figure(let index): return figure(index)
    case .fold(let index): return fold(index)
    case .number(let ratio):
      return ratio.denominator == 1
        ? "\(ratio.numerator)" : "(\(ratio.numerator) * 1.0 / \(ratio.denominator))"
    case .operation(.divide, let left, let right):
      return quotient(left, right) ?? "(\(chain(value)))"
    case .operation:
      return ("(\(chain(value)))" as SQLFragment).rounded(to: decimals(value) ?? 0)
    }
  }

  /// Operations that follow one another are written without brackets: SQLite computes them from the
  /// left too, and reads only so many brackets inside one another.
  private func chain(_ value: ResolvedQuery.Value) -> SQLFragment {
    guard case .operation(let sign, let left, let right) = value else { return sql(value) }
    let before = left.isChained(before: sign) && !isQuotient(left) ? chain(left) : nil
    switch sign {
    case .add: return "\(before ?? part(left)) + \(part(right))"
    case .subtract: return "\(before ?? part(left)) - \(part(right))"
    case .multiply: return "\(before ?? sql(left)) * \(sql(right))"
    case .divide: return "\(before ?? sql(left)) * 1.0 / nullif(\(sql(right)), 0)"
    }
  }

  private func isQuotient(_ value: ResolvedQuery.Value) -> Bool {
    guard case .operation(.divide, let left, let right) = value else { return false }
    return decimalsOfSides(left, right) != nil
  }

  /// The decimals of the sides of a quotient, where both are sums of figures and one has some.
  private func decimalsOfSides(
    _ left: ResolvedQuery.Value,
    _ right: ResolvedQuery.Value
  ) -> (Int, Int)? {
    guard let own = decimals(left), let other = decimals(right), own + other > 0 else { return nil }
    return (own, other)
  }

  /// The quotient of whole numbers, where both sides are sums of figures with decimals; otherwise
  /// `nil`.
  private func quotient(
    _ left: ResolvedQuery.Value,
    _ right: ResolvedQuery.Value
  ) -> SQLFragment? {
    guard let (own, other) = decimalsOfSides(left, right) else { return nil }
    var dividend = sql(left).counted(inDecimals: own)
    var divisor = sql(right).counted(inDecimals: other)
    if own < other { dividend = "\(dividend) * \(powerOfTen(other - own))" }
    if other < own { divisor = "\(divisor) * \(powerOfTen(own - other))" }
    return "(\(dividend) * 1.0 / nullif(\(divisor), 0))"
  }

  /// A part of a sum: a part that cannot exist adds nothing.
  private func part(_ value: ResolvedQuery.Value) -> SQLFragment {
    guard case .figure(let index) = value, let nothing = nothing(index) else { return sql(value) }
    return "coalesce(\(sql(value)), \(nothing))"
  }
}

extension ResolvedQuery.Value {
  /// Whether it is an operation with the same binding as the one after it.
  fileprivate func isChained(before next: Query.Operator) -> Bool {
    guard case .operation(let sign, _, _) = self else { return false }
    let sums: [Query.Operator] = [.add, .subtract]
    return sums.contains(sign) == sums.contains(next)
  }
}

extension ResolvedQuery.Figure {
  /// Zero in rows with values other than those that the figure is restricted to.
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
