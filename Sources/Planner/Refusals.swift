import Catalog
import Diagnostics
package import QueryLanguage

/// Sums that would be wrong whatever dataset is taken.
enum Refusals {
  /// Levels and limits of several periods in one row.
  static func check(_ query: ResolvedQuery, _ selection: Selection) throws(Diagnostic) {
    let asked = query.relativePeriods.isEmpty ? query.days ?? .always : selection.days
    guard query.keys.compactMap(\.timeUnit).isEmpty, !isOnePeriod(asked) else { return }
    for (index, figure) in query.figures.enumerated() {
      switch figure.measure.kind {
      case .flow, .average: continue
      case .stock, .limit: throw .levelOverTime(query.column(of: index), query)
      }
    }
  }

  /// Limits that are held for the days asked for, but for more than one period.
  static func checkLimits(
    _ query: ResolvedQuery,
    _ supply: [Supply],
    _ selection: Selection
  ) throws(Diagnostic) {
    let isHeld = supply.contains { figure in
      figure.figure.measure.kind == .limit && figure.holdsAny(of: selection.days)
    }
    if isHeld { try check(query, selection) }
  }

  /// Whether days make up one day, month, quarter or year.
  private static func isOnePeriod(_ days: DaySet) -> Bool {
    guard let range = days.ranges.only else { return false }
    return TimeUnit.allCases.contains { Period($0, containing: range.first).days == range }
  }
}

extension ResolvedQuery {
  /// The first column that a figure is part of.
  package func column(of figure: Int) -> Column {
    columns.first { $0.value.uses(figure) } ?? columns[0]
  }
}

extension ResolvedQuery.Value {
  /// Whether a figure is part of the value.
  package func uses(_ figure: Int) -> Bool {
    switch self {
    case .figure(let own): own == figure
    case .operation(_, let left, let right): left.uses(figure) || right.uses(figure)
    }
  }
}

extension Diagnostic {
  fileprivate static func levelOverTime(
    _ column: ResolvedQuery.Column,
    _ query: ResolvedQuery
  ) -> Diagnostic {
    var changed = query.query
    changed.clauses.insert(ByClause(keys: [.time(.fiscalYear, column.span)]), at: 0)
    let (what, plural) =
      column.measure.kind == .stock
      ? ("a level at a date", "levels") : ("a limit for one period", "limits")
    return Diagnostic(
      "level-over-time",
      "`\(column.label)` is \(what), and \(plural) of several periods do not add up",
      at: column.span,
      hint: "ask for each period, or for one",
      questions: [changed.spelling]
    )
  }
}
