import Catalog
package import Planner
import QueryLanguage

extension SQLStatement {
  /// Writes a plan as SQL, clause under clause, so that it is pleasant to read.
  ///
  /// Each figure is summed in its datasets; the sums are joined on the keys; the last SELECT names
  /// the values, computes the columns and puts the rows in order.
  package init(for plan: QueryPlan) {
    let compiler = PlanSQL(plan)
    sql = compiler.statement.sql
    columns = compiler.meanings
  }
}

/// Writes one plan.
private struct PlanSQL {
  let plan: QueryPlan
  let keys: [ResolvedQuery.Key]
  let figures: [FigureColumn]
  private(set) var parts: [Part]
  let periods: PeriodsTable?
  let rows: RowsSQL

  /// Figures that come from the same rows of the same datasets: one scan for all of them.
  struct Part {
    var name: String
    var figures: [FigureColumn]
    let plan: QueryPlan.FigurePlan
  }

  init(_ plan: QueryPlan) {
    self.plan = plan
    keys = plan.query.keys
    figures = plan.figures.indices.map { FigureColumn($0, of: plan) }
    parts = Self.parts(figures, plan)
    periods = PeriodsTable(plan, figures, hasSeveralParts: parts.count > 1)
    rows = RowsSQL(plan, figures, periods)
    if isOnePart { parts[0].name = "rows" }
  }

  private static func parts(_ figures: [FigureColumn], _ plan: QueryPlan) -> [Part] {
    var parts: [Part] = []
    for figure in figures {
      let own = plan.figures[figure.index]
      if let index = parts.firstIndex(where: { $0.plan.readsTheSame(as: own) }) {
        parts[index].figures.append(figure)
      } else {
        // Never the name of a table: a common table expression may not read its own name.
        parts.append(Part(name: "\(figure.name) sums", figures: [figure], plan: own))
      }
    }
    return parts
  }

  var statement: SQLFragment {
    var tables = parts.map { "\(name: $0.name) AS (\n\(sums(of: $0).indented)\n)" as SQLFragment }
    if let periods { tables.insert(periods.definition, at: 0) }
    if !isOnePart { tables.append("\"rows\" AS (\n\(joined.indented)\n)") }
    tables += rows.ranking
    return """
      WITH \(tables.joined(separator: ",\n"))
      \(rows.select)
      """
  }

  /// Whether the sums of one part are the rows as they stand.
  private var isOnePart: Bool { parts.count == 1 && periods == nil }

  var meanings: [SQLStatement.Column] {
    keys.indices.map { .key($0) } + plan.query.columns.indices.map { .column($0) }
      + figures.flatMap(\.companions)
  }

  // MARK: Sums

  private func sums(of part: Part) -> SQLFragment {
    let selects = part.plan.segments.flatMap { segment in
      SegmentSQL(segment: segment, keys: keys, pieces: plan.pieces, columns: part.figures).selects
    }
    guard !selects.isEmpty else { return nothing(part) }
    let union = selects.joined(separator: "\nUNION ALL\n")
    guard selects.count > 1, part.plan.mixesSources || keys.isEmpty else { return union }
    let names = keys.map { "\(name: $0.column)" as SQLFragment }
    let columns = (names + part.figures.flatMap(\.combined)).joined(separator: ", ")
    let combined: SQLFragment = "SELECT \(columns)\nFROM (\n\(union.indented)\n)"
    guard !names.isEmpty else { return combined }
    return "\(combined)\nGROUP BY \(names.joined(separator: ", "))"
  }

  /// No row, of figures that nothing in the period is held of; without keys, one row of nothing.
  private func nothing(_ part: Part) -> SQLFragment {
    let names = keys.map(\.column) + part.figures.flatMap(\.names)
    let columns = names.map { "NULL AS \(name: $0)" as SQLFragment }.joined(separator: ", ")
    return keys.isEmpty ? "SELECT \(columns)" : "SELECT \(columns)\nWHERE 0"
  }

  // MARK: Rows

  /// The keys and figures of all parts side by side.
  private var joined: SQLFragment {
    let keyNames = keys.map { "\(name: $0.column)" as SQLFragment }
    let figureNames = parts.flatMap { part in
      part.figures.flatMap { figure in
        figure.names.map { "\(column: $0, of: part.name)" as SQLFragment }
      }
    }
    let spare = periods?.columns.map { "\(column: $0, of: PeriodsTable.name)" as SQLFragment } ?? []
    return """
      SELECT \((keyNames + figureNames + spare).joined(separator: ", "))
      FROM \(sideBySide(keyNames))
      """
  }

  private func sideBySide(_ keyNames: [SQLFragment]) -> SQLFragment {
    let names = parts.map { "\(name: $0.name)" as SQLFragment }
    let keyList = keyNames.joined(separator: ", ")
    if keys.isEmpty {
      return (names + (periods == nil ? [] : ["\(name: PeriodsTable.name)"])).joined(
        separator: ", "
      )
    }
    if keys.allSatisfy({ $0.timeUnit != nil }), periods != nil {
      return names.reduce("\(name: PeriodsTable.name)") {
        "\($0)\nLEFT JOIN \($1) USING (\(keyList))"
      }
    }
    var tables: SQLFragment
    if names.count == 1 {
      tables = names[0]
    } else {
      let spine = names.map { "SELECT \(keyList) FROM \($0)" as SQLFragment }
        .joined(separator: " UNION ")
      tables = names.reduce("(\(spine))") { "\($0)\nLEFT JOIN \($1) USING (\(keyList))" }
    }
    guard periods != nil else { return tables }
    let time = keys.filter { $0.timeUnit != nil }.map { "\(name: $0.column)" as SQLFragment }
    return time.isEmpty
      ? "\(tables), \(name: PeriodsTable.name)"
      : "\(tables)\nJOIN \(name: PeriodsTable.name) USING (\(time.joined(separator: ", ")))"
  }
}

extension FigureColumn {
  /// What the columns beside the figure mean.
  fileprivate var companions: [SQLStatement.Column] {
    var companions: [SQLStatement.Column] = []
    if hasWithheld { companions.append(.withheld(index)) }
    if hasEmpty { companions.append(.empty(index)) }
    if countsPeriods { companions.append(.periods(index)) }
    if hasHedges { companions.append(.hedge(index)) }
    return companions
  }
}

extension QueryPlan.FigurePlan {
  /// Whether two figures are sums over the same rows.
  fileprivate func readsTheSame(as other: QueryPlan.FigurePlan) -> Bool {
    guard figure.measure.subject == other.figure.measure.subject,
      figure.measure.kind == other.figure.measure.kind, figure.measure.kind != .average,
      segments.count == other.segments.count
    else { return false }
    return zip(segments, other.segments).allSatisfy { a, b in
      a.candidate.dataset == b.candidate.dataset && a.candidate.condition == b.candidate.condition
        && a.uses.elementsEqual(b.uses) { $0.piece == $1.piece && $0.days == $1.days }
    }
  }

  /// Whether some row is put together from several datasets.
  fileprivate var mixesSources: Bool { sources.contains { $0.count > 1 } }
}
