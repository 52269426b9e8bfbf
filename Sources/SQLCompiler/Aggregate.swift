import Catalog
import Planner
import QueryLanguage

/// A column over several rows: sums of flows, means of averages, levels at the end, ratios of sums.
struct Aggregate {
  let plan: QueryPlan
  let main: FrameSQL
  /// The table whose rows are aggregated.
  let rows: String
  /// What follows each aggregate, as a window; empty for a group.
  let window: SQLFragment

  init(_ plan: QueryPlan, _ main: FrameSQL, rows: String, window: SQLFragment = "") {
    self.plan = plan
    self.main = main
    self.rows = rows
    self.window = window
  }

  private var query: ResolvedQuery { plan.query }

  func sql(_ column: ResolvedQuery.ComputedColumn) -> SQLFragment {
    ValueSQL(query: query) {
      figure($0, column)
    } fold: {
      fold($0)
    } nothing: { index in
      // Aggregated over all rows, a part that exists in some of them exists.
      let elsewhere = query.figures[index].nothingElsewhere(query.keys, in: rows)
      return elsewhere == nil ? nil : "0"
    }.sql(column.value)
  }

  private func figure(_ index: Int, _ column: ResolvedQuery.ComputedColumn) -> SQLFragment {
    let own = main.figures.first { $0.index == index }
    guard let own else { return "NULL" }
    let value: SQLFragment = "\(column: own.name, of: rows)"
    let whole = combined(value, own, column)
    return own.scale == 1 ? whole : "\(whole) * 1.0 / \(own.scale)"
  }

  private func combined(
    _ value: SQLFragment,
    _ own: FigureColumn,
    _ column: ResolvedQuery.ComputedColumn
  ) -> SQLFragment {
    switch own.measure.kind {
    case .flow: return "sum(\(value))\(window)"
    case .average: return "avg(\(value))\(window)"
    case .stock, .limit, .mean:
      guard let last = plan.lastPiece(of: column), !plan.pieces[last].codes.isEmpty else {
        return "sum(\(value))\(window)"
      }
      let isLast = query.isAbout(plan.pieces[last], in: rows)
      return "sum(CASE WHEN \(isLast) THEN \(value) END)\(window)"
    }
  }

  private func fold(_ index: Int) -> SQLFragment {
    let value: SQLFragment = "\(column: FoldSQL.column(index), of: rows)"
    switch query.folds[index].function {
    case .max: return "max(\(value))\(window)"
    case .min: return "min(\(value))\(window)"
    case .average, .median: return "avg(\(value))\(window)"
    }
  }
}

extension ResolvedQuery {
  /// Whether a row belongs to a piece.
  func isAbout(_ piece: RowPeriod, in rows: String) -> SQLFragment {
    let tests = zip(keys.filter(\.isTime), piece.codes).map {
      "\(column: $0.column, of: rows) = \($1)" as SQLFragment
    }
    return tests.count == 1 ? tests[0] : "(\(tests.joined(separator: " AND ")))"
  }

  /// What `top`, `share` and `total` work over: the last dimension, or all units of time.
  var rankedKeys: [Key] {
    guard let last = lastDimension else { return [] }
    return last.dimension == nil ? keys.filter(\.isTime) : [last]
  }

  /// The keys of the groups within which `share` and `total` are computed.
  var groupKeys: [Key] { keys.filter { !rankedKeys.contains($0) } }
}
