import Catalog
import Planner
import QueryLanguage

/// The order of rows: what is asked, then time and sizes.
extension FinalSQL {
  var order: [SQLFragment] {
    guard !query.order.isEmpty else { return defaultOrder }
    let summaries: [SQLFragment] =
      steps.hasSummaries ? ["\(column: SummarySQL.column, of: rows)"] : []
    return summaries + query.order.flatMap(order) + defaultOrder
  }

  func order(_ order: ResolvedQuery.Order) -> [SQLFragment] {
    let direction: SQLFragment = order.isDescending ? "DESC NULLS LAST" : "ASC NULLS LAST"
    switch order.subject {
    case .output(let index): return ["\(value(of: query.outputs[index])) \(direction)"]
    case .key(let index):
      let key = query.keys[index]
      let value: SQLFragment =
        key.dimension == nil
        ? "\(column: key.column, of: rows)" : "\(column: "name", of: alias(key))"
      return ["\(value) \(direction)"]
    }
  }

  func value(of output: ResolvedQuery.Output) -> SQLFragment {
    guard let column = output.column, !steps.isStaged else { return values.reading(output) }
    return RowValues(plan, main).sql(query.columns[column])
  }

  var firstValue: SQLFragment {
    steps.isStaged
      ? "\(column: values.name(0), of: rows)" : RowValues(plan, main).sql(query.columns[0])
  }

  var isTimeAlone: Bool { query.keys.allSatisfy(\.isTime) }

  /// Dimensions from left to right: time from the oldest, others from the largest, then what is not
  /// listed separately, `Others` and `Total`. `top` and `bottom` on time alone: by size.
  var defaultOrder: [SQLFragment] {
    let summaries: [SQLFragment] =
      steps.hasSummaries && isTimeAlone ? ["\(column: SummarySQL.column, of: rows)"] : []
    if query.ranking != nil, isTimeAlone, !query.isAcross {
      return summaries + ["\"ranks\".\"rank\""] + query.keys.map(timeOrder)
    }
    return summaries
      + query.keys.flatMap { key in
        switch key {
        case .time, .administration: [timeOrder(key)]
        case .source: sourceOrder(key)
        case .dimension: sizeOrder(key)
        }
      }
  }

  func timeOrder(_ key: ResolvedQuery.Key) -> SQLFragment {
    "\(column: key.column, of: rows)"
  }

  /// Sources as the program prefers them, superseded ones last.
  func sourceOrder(_ key: ResolvedQuery.Key) -> [SQLFragment] {
    let cases = plan.sourcesInOrder.enumerated().map { place, source in
      "WHEN \(source) THEN \(place)" as SQLFragment
    }
    guard !cases.isEmpty else { return [timeOrder(key)] }
    return ["CASE \(timeOrder(key)) \(cases.joined(separator: " ")) END"]
  }

  func sizeOrder(_ key: ResolvedQuery.Key) -> [SQLFragment] {
    let name: SQLFragment = "\(column: "name", of: alias(key))"
    let own: SQLFragment = "\(column: key.column, of: rows)"
    var rest: SQLFragment = "coalesce(\(column: "rest", of: alias(key)), 3)"
    let isRanked = key == query.lastDimension && query.ranking != nil
    if steps.hasSummaries, key == query.lastDimension {
      rest = """
        CASE \(own) WHEN \(SummarySQL.others) THEN 4 WHEN \(SummarySQL.total) THEN 5 ELSE \(rest) END
        """
    }
    if let across = AcrossSQL(plan, main), across.key == key { return [across.place(in: rows)] }
    if isRanked { return (steps.hasSummaries ? [rest] : []) + ["\"ranks\".\"rank\"", name] }
    guard query.keys.count > 1 else { return [rest, "\(firstValue) DESC NULLS LAST", name] }
    guard steps.sizedKeys.contains(key) else {
      let size = size(window: " OVER (PARTITION BY \(own))")
      return [rest, "\(size) DESC NULLS LAST", name]
    }
    return [rest, "\(column: "size", of: Self.sizes(of: key)) DESC NULLS LAST", name]
  }
}
