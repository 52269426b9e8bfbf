import Catalog
import Planner
import QueryLanguage

/// `per day`: the days, months or years that each row covers, as numbers beside its period.
enum PerSQL {
  /// For each column that is divided, what its value is multiplied and divided by.
  static func columns(
    _ unit: PerClause.Length,
    _ plan: QueryPlan,
    _ frame: Frame
  ) -> [PeriodsTable.PeriodColumn] {
    plan.query.columns.indices.filter { plan.query.columns[$0].isDivided }.map { index in
      let figures = plan.query.figures(in: plan.query.columns[index].value)
      let lengths = frame.pieces.indices.map { frame.covered(by: figures, $0)?.length(in: unit) }
      return PeriodsTable.PeriodColumn(
        name: name(index),
        values: lengths.map { $0.map { "\($0.length) * 1.0 / \($0.factor)" } ?? "NULL" }
      )
    }
  }

  /// The days, months or years that a row of a column covers.
  static func name(_ column: Int) -> String { "covered \(column + 1)" }

  static func isName(_ column: String) -> Bool { column.hasPrefix("covered ") }

  /// A value divided by the time that its row covers.
  static func divided(
    _ value: SQLFragment,
    _ decimals: Int,
    _ column: Int,
    in rows: String
  ) -> SQLFragment {
    let covered: SQLFragment = "\(column: name(column), of: rows)"
    guard decimals > 0 else { return "\(value) / \(covered)" }
    return "\(value.counted(inDecimals: decimals)) / (\(covered) * \(powerOfTen(decimals)))"
  }
}
