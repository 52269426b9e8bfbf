import Catalog
import Planner
import QueryLanguage

/// `per day`: the days, months or years that each row covers, as numbers beside its period.
enum PerSQL {
  /// For each column that is divided, what its value is multiplied with and divided by.
  static func columns(
    _ unit: PerClause.Unit,
    _ plan: QueryPlan,
    _ frame: Frame
  ) -> [PeriodsTable.Column] {
    plan.query.columns.indices.filter { plan.query.columns[$0].isDivided }.map { index in
      let figures = plan.query.figures(in: plan.query.columns[index].value)
      let lengths = frame.pieces.indices.map { piece in
        let covered = figures.map { frame.figures[$0].held[piece] }.filter { !$0.isEmpty }
        return covered.min { $0.dayCount < $1.dayCount }.flatMap { $0.length(in: unit) }
      }
      return PeriodsTable.Column(
        name: name(index),
        values: lengths.map { $0.map { "\($0.length) * 1.0 / \($0.factor)" } ?? "NULL" }
      )
    }
  }

  /// The days, months or years that a row of a column covers.
  static func name(_ column: Int) -> String { "covered \(column + 1)" }

  static func isName(_ column: String) -> Bool { column.hasPrefix("covered ") }

  /// A value divided by the time that its row covers.
  static func divided(_ value: SQLFragment, _ column: Int, in rows: String) -> SQLFragment {
    "\(value) / \(column: name(column), of: rows)"
  }
}

extension ResolvedQuery.Column {
  /// Whether `per` divides it.
  var isDivided: Bool { quantity.kind == .flow }
}

extension DaySet {
  /// How many units the days are, as a fraction `length / factor`. Whole months count as months; other
  /// days by the mean length of a month, 1461/48 days.
  fileprivate func length(in unit: PerClause.Unit) -> (length: Int, factor: Int)? {
    switch unit {
    case .day: return (dayCount, 1)
    case .month: return months
    case .fy: return (months.length, months.factor * 12)
    }
  }

  private var months: (length: Int, factor: Int) {
    guard ranges.allSatisfy({ $0.first.isFirstOfMonth && $0.last.isLastOfMonth }) else {
      return (dayCount * 48, 1461)
    }
    return (ranges.reduce(0) { $0 + Period.all(.month, touching: $1).count }, 1)
  }
}
