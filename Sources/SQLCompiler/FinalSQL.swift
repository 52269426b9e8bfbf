import Catalog
import Planner
import QueryLanguage

/// The last SELECT: names of values, the columns of the answer, ranking and order.
struct FinalSQL {
  let plan: QueryPlan
  let query: ResolvedQuery
  let steps: Steps
  let main: FrameSQL
  let values: ValuesSQL
  /// What periods and sources are called; `nil` where the reader knows it.
  private let names: KeyNames?
  /// Columns beside the answer, with what they mean.
  private var companions: [(SQLFragment, SQLStatement.ResultColumn)]

  init(
    _ plan: QueryPlan,
    _ steps: Steps,
    _ main: FrameSQL,
    _ values: ValuesSQL,
    _ names: KeyNames? = nil
  ) {
    self.names = names
    self.plan = plan
    self.steps = steps
    self.main = main
    self.values = values
    query = plan.query
    companions = []
    companions = makeCompanions()
  }

  var rows: String { steps.isStaged ? values.source : main.rows }

  var select: SQLFragment {
    var lines: [SQLFragment] = [
      "SELECT \((keyColumns + outputs + companions.map(\.0)).joined(separator: ", "))",
      "FROM \((["\(name: rows)"] + joins).joined(separator: "\n"))",
    ]
    let conditions = ranking + answering + (steps.isStaged ? values.conditions : [])
    if !conditions.isEmpty { lines.append("WHERE \(conditions.joined(separator: "\n  AND "))") }
    let order = order
    if !order.isEmpty { lines.append("ORDER BY \(order.joined(separator: ", "))") }
    if let rows = query.shownRows(at: .sql) { lines.append(limit(to: rows)) }
    return lines.joined(separator: "\n")
  }

  private func limit(to rows: Range<Int>) -> SQLFragment {
    let limit: SQLFragment = "LIMIT \(rows.count)"
    return rows.lowerBound == 0 ? limit : "\(limit) OFFSET \(rows.lowerBound)"
  }

  /// The same rows with values as the ids of their names, in the order of the first key or in none.
  func coded(isByPeriod: Bool) -> SQLFragment {
    let keys = query.keys.map { "\(column: $0.column, of: rows)" as SQLFragment }
    let select: SQLFragment = """
      SELECT \((keys + outputs + companions.map(\.0)).joined(separator: ", "))
      FROM \(name: rows)
      """
    return isByPeriod ? "\(select)\nORDER BY \(keys[0])" : select
  }

  /// The figure by whose sums values are put in order; `nil` where they are ordered by an
  /// expression.
  var sizingFigure: Int? {
    guard case .figure(let index) = query.columns[0].value, query.figures[index].fold == nil,
      query.figures[index].measure.kind == .flow
    else { return nil }
    return index
  }

  var meanings: [SQLStatement.ResultColumn] {
    query.keys.indices.map { .key($0) } + query.outputs.indices.map { .output($0) }
      + companions.map(\.1)
  }

  // MARK: Columns

  private var keyColumns: [SQLFragment] {
    query.keys.map { key in
      let own: SQLFragment = "\(column: key.column, of: rows)"
      switch key {
      case .time(let unit):
        guard let text = names?.period(unit, of: own) else { return own }
        return "\(text) AS \(name: key.column)"
      case .source:
        guard let text = names?.source(of: own) else { return own }
        return "\(text) AS \(name: key.column)"
      case .administration:
        return "\(administrationName(key)) AS \(name: key.column)"
      case .dimension:
        return "\(memberName(key)) AS \(name: key.column)"
      }
    }
  }

  /// The alias of the table that a key's values are named in; it is never the name of a real table.
  func alias(_ key: ResolvedQuery.Key) -> String { "\(key.column) value" }

  /// Rows that sum up all administrations are called what the reader calls them.
  private func administrationName(_ key: ResolvedQuery.Key) -> SQLFragment {
    let name: SQLFragment = "\(column: "era", of: alias(key))"
    guard names != nil, steps.hasSummaries, query.keys.first(where: \.isTime) == key else {
      return name
    }
    return """
      coalesce(\(name), CASE \(column: SummarySQL.column, of: rows) WHEN 1 THEN 'Others' \
      WHEN 2 THEN 'Total' END)
      """
  }

  private func memberName(_ key: ResolvedQuery.Key) -> SQLFragment {
    let name: SQLFragment = "\(column: "name", of: alias(key))"
    guard steps.hasSummaries, key == query.lastDimension else { return name }
    return """
      CASE \(column: key.column, of: rows) WHEN \(SummarySQL.others) THEN 'Others' \
      WHEN \(SummarySQL.total) THEN 'Total' ELSE \(name) END
      """
  }

  private var outputs: [SQLFragment] {
    query.outputs.map { output in
      guard let column = output.column else { return "NULL AS \(name: output.key)" }
      let value =
        steps.isStaged
        ? values.reading(output) : RowValues(plan, main).sql(query.columns[column])
      return "\(value) AS \(name: plan.exportedName(of: output))"
    }
  }

  private func makeCompanions() -> [(SQLFragment, SQLStatement.ResultColumn)] {
    var companions = main.allFigures.flatMap(\.companions).map { name, meaning in
      ("\(column: name, of: rows)" as SQLFragment, meaning)
    }
    companions += main.allFigures.filter(main.tellsUntold).map { figure in
      ("\(column: figure.untoldName, of: rows)", .untold(figure.index))
    }
    companions += zeros
    guard steps.isStaged else { return companions }
    for (index, output) in query.outputs.enumerated() {
      if let bound = values.readingBound(output) { companions.append((bound, .bound(index))) }
      if let about = values.readingAbout(output) { companions.append((about, .about(index))) }
    }
    if steps.hasSummaries {
      companions.append(("\(column: SummarySQL.column, of: rows)", .summary))
    }
    if let across = AcrossSQL(plan, main) {
      companions.append(("\(across.place(in: rows)) AS \(name: AcrossSQL.placeName)", .column))
    }
    return companions
  }

  /// Whether columns that divide by something were divided by zero.
  private var zeros: [(SQLFragment, SQLStatement.ResultColumn)] {
    query.outputs.indices.compactMap { index in
      let output = query.outputs[index]
      guard output.content == .value, let column = output.column,
        case .operation(.divide, _, let divisor) = query.columns[column].value
      else { return nil }
      let value = RowValues(plan, main, rows: rows).sql(divisor)
      return ("\(value) = 0 AS \(name: "\(output.key) divided by zero")", .zero(index))
    }
  }

  private var joins: [SQLFragment] {
    var joins = query.keys.compactMap { key -> SQLFragment? in
      let table: SQLFragment
      switch key {
      case .time, .source: return nil
      case .administration: table = "\"event\""
      case .dimension: table = "\"member\""
      }
      return """
        LEFT JOIN \(table) AS \(name: alias(key)) ON \(column: "id", of: alias(key)) = \(column: key.column, of: rows)
        """
    }
    if let across = AcrossSQL(plan, main) {
      joins.append("LEFT JOIN \(name: AcrossSQL.name) USING (\(name: across.key.column))")
    }
    joins += steps.sizedKeys.map { key in
      """
      LEFT JOIN \(name: Self.sizes(of: key)) \
      ON \(column: key.column, of: Self.sizes(of: key)) = \(column: key.column, of: rows)
      """
    }
    if query.ranking != nil {
      let names = query.rankedKeys.map { "\(name: $0.column)" as SQLFragment }
      let kind: SQLFragment = steps.hasSummaries ? "LEFT JOIN" : "JOIN"
      joins.append("\(kind) \"ranks\" USING (\(names.joined(separator: ", ")))")
    }
    return joins
  }

  /// A source that lacks a part of every column has no row.
  private var answering: [SQLFragment] {
    guard query.keys.contains(.source) else { return [] }
    let values = query.outputs.filter { $0.content == .value }.map(value)
    return ["coalesce(\((values + ["NULL"]).joined(separator: ", "))) IS NOT NULL"]
  }

  private var ranking: [SQLFragment] {
    guard let ranking = query.ranking else { return [] }
    let kept: SQLFragment = "\"ranks\".\"rank\" <= \(ranking.count)"
    return [
      steps.hasSummaries ? "(\(kept) OR \(column: SummarySQL.column, of: rows) > 0)" : kept
    ]
  }

  // MARK: Sizes

  static func sizes(of key: ResolvedQuery.Key) -> String { "\(key.column) size" }

  /// How large a value is over several rows: the sum of a figure as it is stored, a whole number.
  /// Sums of shown numbers could differ in the last bit although they are equal.
  func size(window: SQLFragment = "") -> SQLFragment {
    if let index = sizingFigure, let own = main.figures.first(where: { $0.index == index }) {
      return "sum(\(column: own.name, of: rows))\(window)"
    }
    return Aggregate(plan, main, rows: rows, window: window).sql(query.columns[0])
  }

  /// The size of each value of such a dimension, over all rows.
  var sizeTables: [SQLFragment] {
    steps.sizedKeys.map { key in
      let own: SQLFragment = "\(column: key.column, of: rows)"
      return """
        \(name: Self.sizes(of: key)) AS (
          SELECT \(own), \(size()) AS "size"
          FROM \(name: rows)
          GROUP BY 1
        )
        """
    }
  }
}
