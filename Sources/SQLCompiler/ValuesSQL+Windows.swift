import Catalog
import Planner
import QueryLanguage

/// What windows over the rows make of the values: shares, running totals, ranks, changes.
extension ValuesSQL {
  struct Derived {
    let name: String
    let value: SQLFragment
  }

  var answerSelect: SQLFragment {
    let columns = derived.map { "\($0.value) AS \(name: $0.name)" as SQLFragment }
    var lines: [SQLFragment] = [
      "SELECT \((["\(name: Self.values).*"] + columns).joined(separator: ",\n  "))",
      "FROM \(name: Self.values)",
    ]
    if needsRest {
      lines.append(
        "LEFT JOIN \"member\" AS \"ranked\" ON \"ranked\".\"id\" = \(own(query.rankedKeys[0].column))"
      )
    }
    return lines.joined(separator: "\n")
  }

  /// Whether what is not listed separately has to be left out of ranks.
  var needsRest: Bool {
    query.extras.contains(.rank) && query.lastDimension?.dimension != nil
  }

  var derived: [Derived] {
    query.outputs.flatMap { output -> [Derived] in
      guard let column = output.column, let value = value(of: output, column) else { return [] }
      return [Derived(name: output.key, value: value)]
        + (bound(of: output, column).map { [Derived(name: "\(output.key) bound", value: $0)] } ?? [])
    }
  }

  /// How the last SELECT reads an output.
  func reading(_ output: ResolvedQuery.Output) -> SQLFragment {
    switch output.content {
    case .value: return "\(column: name(output.column ?? 0), of: source)"
    case .reference:
      return "\(column: name(output.column ?? 0, Reference.Kind.versus.suffix), of: source)"
    case .sources: return "NULL"
    case .change, .percent, .share, .running, .rolling, .rank, .index:
      return "\(column: output.key, of: source)"
    }
  }

  /// How the last SELECT reads whether an output is a bound; `nil` where it cannot be.
  func readingBound(_ output: ResolvedQuery.Output) -> SQLFragment? {
    guard let column = output.column else { return nil }
    switch output.content {
    case .reference:
      guard let reference = references.first(where: { $0.reference.kind == .versus }),
        hasBound(column, reference)
      else { return nil }
      return "\(column: boundName(column, Reference.Kind.versus.suffix), of: source)"
    case .share, .running, .rolling:
      return bound(of: output, column) == nil
        ? nil : "\(column: "\(output.key) bound", of: source)"
    case .value, .change, .percent, .rank, .index, .sources: return nil
    }
  }

  func value(of output: ResolvedQuery.Output, _ column: Int) -> SQLFragment? {
    let x = own(name(column))
    switch output.content {
    case .value, .reference, .sources: return nil
    case .change(let comparison): return change(column, comparison)
    case .percent(let comparison):
      let base = base(column, comparison)
      return percent(plainChange(column, comparison), of: base, column)
    case .share:
      // Shares are of counts, and not of rates.
      let x =
        query.per == nil ? x : RowValues(plan, main, rows: Self.values).sql(query.columns[column])
      let figures: SQLFragment =
        steps.hasSummaries ? " FILTER (WHERE \(own(SummarySQL.column)) = 0)" : ""
      let part = x.counted(inDecimals: main.decimals(of: query.columns[column].value) ?? 0)
      let share: SQLFragment =
        "100.0 * \(part) / nullif(sum(\(part))\(figures) OVER \(group), 0)"
      guard query.extras.total != nil else { return share }
      return "CASE WHEN \(own(SummarySQL.column)) = 2 THEN 100.0 ELSE \(share) END"
    case .running:
      let whole = whole(x, except: unfit(column, plan.main, mayBeLonger: true))
      let window = window("ROWS UNBOUNDED PRECEDING")
      return """
        CASE WHEN count(\(whole)) OVER \(window) = count(*) OVER \(window) \
        THEN \(("sum(\(whole)) OVER \(window)" as SQLFragment).rounded(to: decimals(of: column))) END
        """
    case .rolling(let count): return rolling(column, count)
    case .rank:
      var tests: [SQLFragment] = ["\(x) IS NOT NULL"]
      if steps.hasSummaries { tests.append("\(own(SummarySQL.column)) = 0") }
      if needsRest { tests.append("\"ranked\".\"rest\" = 0") }
      let isRanked = tests.joined(separator: " AND ")
      return """
        CASE WHEN \(isRanked) \
        THEN rank() OVER \(partition(extra: isRanked, order: "ORDER BY \(x) DESC")) END
        """
    case .index(let extra):
      let base = own(name(column, Reference.Kind.index(extra).suffix))
      return percent(compared(column), of: base, column)
    }
  }

  private func percent(
    _ part: SQLFragment,
    of whole: SQLFragment,
    _ column: Int
  ) -> SQLFragment {
    let decimals = decimals(of: column)
    return """
      100.0 * \(part.counted(inDecimals: decimals)) \
      / nullif(\(whole.counted(inDecimals: decimals)), 0)
      """
  }

  /// Whether an output is made of a bound; `nil` where it cannot.
  func bound(of output: ResolvedQuery.Output, _ column: Int) -> SQLFragment? {
    guard hasBound(column) else { return nil }
    let own = own(boundName(column))
    switch output.content {
    case .share: return "max(\(own)) OVER \(group)"
    case .running: return "max(\(own)) OVER \(window("ROWS UNBOUNDED PRECEDING"))"
    case .rolling(let count):
      return "max(\(own)) OVER \(window("ROWS \(count - 1) PRECEDING"))"
    case .value, .reference, .change, .percent, .rank, .index, .sources: return nil
    }
  }
}
