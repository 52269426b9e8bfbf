import Catalog
import Planner
import QueryLanguage

/// The columns of the question over the figures of one row.
struct RowValues {
  private let plan: QueryPlan
  private let frame: FrameSQL
  private let rows: String

  /// `rows` names another table with the same columns as the rows of the frame.
  init(_ plan: QueryPlan, _ frame: FrameSQL, rows: String? = nil) {
    self.plan = plan
    self.frame = frame
    self.rows = rows ?? frame.rows
  }

  func sql(_ column: ResolvedQuery.ComputedColumn) -> SQLFragment { sql(column.value) }

  func sql(_ value: ResolvedQuery.Value) -> SQLFragment {
    ValueSQL(query: plan.query) {
      figure($0)
    } fold: { index in
      "\(column: FoldSQL.column(index), of: rows)"
    } nothing: {
      nothing($0)
    } decimals: {
      frame.decimals(of: $0)
    }.sql(value)
  }

  func figure(_ index: Int) -> SQLFragment {
    guard let own = frame.figures.first(where: { $0.index == index }) else { return "NULL" }
    let value: SQLFragment = "\(column: own.name, of: rows)"
    return own.scale == 1 ? value : "\(value) * 1.0 / \(own.scale)"
  }

  /// What a part of a sum adds in a row in which it cannot exist.
  func nothing(_ index: Int) -> SQLFragment? {
    let elsewhere = plan.query.figures[index].nothingElsewhere(plan.query.keys, in: rows)
    guard let own = frame.figures.first(where: { $0.index == index }),
      frame.has(own.impossibleName)
    else { return elsewhere }
    let impossible: SQLFragment = "\(column: own.impossibleName, of: rows)"
    return elsewhere.map { "\(impossible), \($0)" } ?? impossible
  }

  /// Whether any figure of a column was stated with "about"; `nil` when none can be.
  func about(_ column: ResolvedQuery.ComputedColumn) -> SQLFragment? {
    let tests = plan.query.figures(in: column.value).compactMap { index -> SQLFragment? in
      let figure = frame.allFigures[index]
      return figure.hasHedges ? "\(column: figure.hedgeName, of: rows) = \(Hedge.about.code)" : nil
    }
    return tests.isEmpty ? nil : "coalesce(\(tests.joined(separator: " OR ")), 0)"
  }

  /// Whether any figure of a column is a bound: withheld or missing cells, or a hedge. `nil` when
  /// none can be.
  func bound(_ column: ResolvedQuery.ComputedColumn) -> SQLFragment? {
    let tests = plan.query.figures(in: column.value).flatMap { index -> [SQLFragment] in
      let figure = frame.allFigures[index]
      let name = { (own: String) in "\(column: own, of: rows)" as SQLFragment }
      var tests: [SQLFragment] = []
      if figure.hasEmpty { tests.append("\(name(figure.emptyName)) > 0") }
      if figure.hasHedges { tests.append("\(name(figure.hedgeName)) NOT IN (0, 4)") }
      // How many periods a source should hold is only found out when its rows are read.
      if figure.countsPeriods, !plan.query.keys.contains(.source) {
        tests.append("\(name(figure.periodsName)) < \(name(figure.expectedName))")
      }
      if frame.tellsUntold(figure) { tests.append(name(figure.untoldName)) }
      return tests
    }
    return tests.isEmpty ? nil : "coalesce(\(tests.joined(separator: " OR ")), 0)"
  }
}
