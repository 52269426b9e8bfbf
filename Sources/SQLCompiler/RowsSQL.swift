import Catalog
import Planner
import QueryLanguage

/// The last SELECT: names of values, columns computed from the figures, ranking and order.
struct RowsSQL {
  private let plan: QueryPlan
  private let figures: [FigureColumn]
  private let periods: PeriodsTable?
  private let query: ResolvedQuery

  init(_ plan: QueryPlan, _ figures: [FigureColumn], _ periods: PeriodsTable?) {
    self.plan = plan
    self.figures = figures
    self.periods = periods
    query = plan.query
  }

  private var rows: String { "rows" }

  var select: SQLFragment {
    var lines: [SQLFragment] = [
      "SELECT \((keyColumns + valueColumns + companionColumns).joined(separator: ", "))",
      "FROM \(([ "\(name: rows)" ] + joins).joined(separator: "\n"))",
    ]
    if let kept = rankingCondition { lines.append("WHERE \(kept)") }
    let order = order
    if !order.isEmpty { lines.append("ORDER BY \(order.joined(separator: ", "))") }
    if let limit = query.limit { lines.append("LIMIT \(limit)") }
    return lines.joined(separator: "\n")
  }

  // MARK: Columns

  private var keyColumns: [SQLFragment] {
    query.keys.map { key in
      switch key {
      case .time: "\(column: key.column, of: rows)"
      case .dimension: "\(column: "name", of: alias(key)) AS \(name: key.column)"
      }
    }
  }

  /// Names the member table for one dimension; never the name of a table.
  private func alias(_ key: ResolvedQuery.Key) -> String { "\(key.column) value" }

  private var valueColumns: [SQLFragment] {
    query.columns.map { "\(expression($0.value)) AS \(name: $0.key)" }
  }

  private var companionColumns: [SQLFragment] {
    figures.flatMap { figure in
      figure.names.dropFirst().map { "\(column: $0, of: rows)" as SQLFragment }
    }
  }

  private var joins: [SQLFragment] {
    var joins: [SQLFragment] = query.keys.filter { $0.dimension != nil }.map { key in
      let alias = alias(key)
      return """
        LEFT JOIN "member" AS \(name: alias) ON \(column: "id", of: alias) = \(column: key.column, of: rows)
        """
    }
    if query.ranking != nil {
      joins.append("JOIN \"ranks\" USING (\(rankedNames.joined(separator: ", ")))")
    }
    return joins
  }

  /// A value of the question over the figures of a row.
  private func expression(_ value: ResolvedQuery.Value) -> SQLFragment {
    switch value {
    case .figure(let index): return figure(figures[index])
    case .operation(let sign, let left, let right):
      let (left, right) = (part(left), part(right))
      switch sign {
      case .add: return "(\(left) + \(right))"
      case .subtract: return "(\(left) - \(right))"
      case .multiply: return "(\(left) * \(right))"
      case .divide: return "(\(left) * 1.0 / nullif(\(right), 0))"
      }
    }
  }

  /// A part of a sum. Where the row is of another value than the part is restricted to, the part
  /// cannot exist and adds nothing.
  private func part(_ value: ResolvedQuery.Value) -> SQLFragment {
    guard case .figure(let index) = value else { return expression(value) }
    let whole = expression(value)
    let required = plan.figures[index].figure.restriction?.required ?? Requirements()
    let others = query.keys.compactMap { key -> SQLFragment? in
      guard let dimension = key.dimension, let members = required[dimension.id] else { return nil }
      let ids = members.elements.map { "\($0)" as SQLFragment }.joined(separator: ", ")
      return "\(column: key.column, of: rows) NOT IN (\(ids))"
    }
    guard !others.isEmpty else { return whole }
    return "coalesce(\(whole), CASE WHEN \(others.joined(separator: " OR ")) THEN 0 END)"
  }

  /// A figure: what an absent row means filled in, means divided by their days, whole units.
  private func figure(_ figure: FigureColumn) -> SQLFragment {
    var value: SQLFragment = "\(column: figure.name, of: rows)"
    if let periods {
      let filled: SQLFragment =
        "coalesce(\(value), \(column: periods.absentName(figure), of: rows))"
      // A row that holds only empty or withheld cells is no absent row.
      value =
        figure.hasEmpty
        ? "CASE WHEN \(column: figure.emptyName, of: rows) > 0 THEN \(value) ELSE \(filled) END"
        : filled
      if figure.isWeighted {
        value = "\(value) * 1.0 / \(column: periods.daysName(figure), of: rows)"
      }
    }
    return figure.measure.scale == 1 ? value : "\(value) * 1.0 / \(figure.measure.scale)"
  }

  private var firstValue: SQLFragment { expression(query.columns[0].value) }

  // MARK: Ranking

  /// The dimension whose values are ranked: the last one that is not time, or time alone.
  private var rankedKey: ResolvedQuery.Key? {
    query.keys.last { $0.dimension != nil } ?? query.keys.last
  }

  /// The columns that tell ranked things apart: the ranked dimension, or all units of time.
  private var rankedNames: [SQLFragment] { rankedKeys.map { "\(name: $0.column)" } }

  private var rankedKeys: [ResolvedQuery.Key] {
    rankedKey.map { $0.dimension == nil ? query.keys : [$0] } ?? []
  }

  /// The values that `top` or `bottom` keeps, ties included.
  var ranking: [SQLFragment] {
    guard let ranking = query.ranking, let key = rankedKey else { return [] }
    let names = rankedNames.joined(separator: ", ")
    let order: SQLFragment = ranking.isTop ? "DESC" : "ASC"
    let sizes = key.dimension == nil ? sizesOfPeriods(names) : sizesOfValues(key)
    return [
      """
      "ranks" AS (
        SELECT \(names), rank() OVER (ORDER BY "size" \(order)) AS "place"
        FROM (
      \(sizes.indented.indented)
        )
        WHERE "size" IS NOT NULL
      )
      """
    ]
  }

  private func sizesOfValues(_ key: ResolvedQuery.Key) -> SQLFragment {
    let own: SQLFragment = "\(column: key.column, of: rows)"
    return """
      SELECT \(own), \(total) AS "size"
      FROM \(name: rows) JOIN "member" ON "member"."id" = \(own)
      WHERE "member"."rest" = 0
      GROUP BY \(own)
      """
  }

  /// In `bottom`, partial periods are not ranked: they are small because they are short.
  private func sizesOfPeriods(_ names: SQLFragment) -> SQLFragment {
    let all: SQLFragment = "SELECT \(names), \(firstValue) AS \"size\" FROM \(name: rows)"
    let partial = plan.pieces.indices.filter(plan.isPartial).map { plan.pieces[$0] }
    guard query.ranking?.isTop == false, !partial.isEmpty else { return all }
    return "\(all)\nWHERE NOT (\(partial.map(isAbout).joined(separator: " OR ")))"
  }

  /// Whether a row is about a piece.
  private func isAbout(_ piece: Piece) -> SQLFragment {
    let units = query.keys.filter { $0.timeUnit != nil }
    let tests = zip(units, piece.periods).map {
      "\(column: $0.column, of: rows) = \($1.code)" as SQLFragment
    }
    return tests.count == 1 ? tests[0] : "(\(tests.joined(separator: " AND ")))"
  }

  private var rankingCondition: SQLFragment? {
    query.ranking.map { "\"ranks\".\"place\" <= \($0.count)" }
  }

  /// The first column over the whole period: sums of flows, means of averages, levels at the end.
  private var total: SQLFragment {
    switch query.columns[0].measure.kind {
    case .flow: return "sum(\(firstValue))"
    case .average: return "avg(\(firstValue))"
    case .stock, .limit:
      guard let last = plan.lastPiece(of: query.columns[0]), !last.periods.isEmpty else {
        return "sum(\(firstValue))"
      }
      return "sum(CASE WHEN \(isAbout(last)) THEN \(firstValue) END)"
    }
  }

  // MARK: Order

  private var order: [SQLFragment] {
    guard query.order.isEmpty else { return query.order.flatMap(order) + defaultOrder }
    return defaultOrder
  }

  private func order(_ order: ResolvedQuery.Order) -> [SQLFragment] {
    let direction: SQLFragment = order.isDescending ? "DESC NULLS LAST" : "ASC NULLS LAST"
    switch order.subject {
    case .column(let index): return ["\(expression(query.columns[index].value)) \(direction)"]
    case .key(let index):
      let key = query.keys[index]
      let value: SQLFragment =
        key.dimension == nil
        ? "\(column: key.column, of: rows)" : "\(column: "name", of: alias(key))"
      return ["\(value) \(direction)"]
    }
  }

  /// Dimensions from left to right: time from the oldest, others from the largest, then what is not
  /// told apart. `top` and `bottom` on time alone: by size.
  private var defaultOrder: [SQLFragment] {
    if query.ranking != nil, query.keys.allSatisfy({ $0.timeUnit != nil }) {
      return ["\"ranks\".\"place\""] + query.keys.map(timeOrder)
    }
    return query.keys.flatMap { key in
      key.dimension == nil ? [timeOrder(key)] : sizeOrder(key)
    }
  }

  private func timeOrder(_ key: ResolvedQuery.Key) -> SQLFragment {
    "\(column: key.column, of: rows)"
  }

  private func sizeOrder(_ key: ResolvedQuery.Key) -> [SQLFragment] {
    let rest: SQLFragment = "coalesce(\(column: "rest", of: alias(key)), 3)"
    let name: SQLFragment = "\(column: "name", of: alias(key))"
    if key == rankedKey, query.ranking != nil { return ["\"ranks\".\"place\"", name] }
    guard query.keys.count > 1 else { return [rest, "\(firstValue) DESC NULLS LAST", name] }
    let size: SQLFragment = "\(total) OVER (PARTITION BY \(column: key.column, of: rows))"
    return [rest, "\(size) DESC NULLS LAST", name]
  }
}
