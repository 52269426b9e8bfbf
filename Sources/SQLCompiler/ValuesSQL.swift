import Catalog
import Planner
import QueryLanguage

/// The values of the columns for every row, and what windows over the rows make of them.
struct ValuesSQL {
  let plan: QueryPlan
  let query: ResolvedQuery
  let steps: Steps
  let main: FrameSQL
  let references: [ReferenceSQL]

  init(_ plan: QueryPlan, _ steps: Steps, _ main: FrameSQL, _ references: [ReferenceSQL]) {
    self.plan = plan
    self.steps = steps
    self.main = main
    self.references = references
    query = plan.query
  }

  /// The table that the last SELECT reads.
  var source: String { derived.isEmpty ? Self.values : Self.answer }

  static let values = "values"
  static let answer = "answer"

  var tables: [SQLFragment] {
    let values: SQLFragment = "\(name: Self.values) AS (\n\(valuesSelect.indented)\n)"
    guard !derived.isEmpty else { return [values] }
    return [values, "\(name: Self.answer) AS (\n\(answerSelect.indented)\n)"]
  }

  // MARK: Values

  var source0: String {
    steps.hasSummaries ? SummarySQL.name(of: main.rows) : main.rows
  }

  func table(of reference: ReferenceSQL) -> String {
    steps.hasSummaries && reference.isOnePieceARow
      ? SummarySQL.name(of: reference.frame.rows) : reference.frame.rows
  }

  var valuesSelect: SQLFragment {
    let own = query.columns.indices.flatMap { column in
      values(of: column) + references.flatMap { values(of: column, in: $0) }
    }
    return """
      SELECT \((["\(name: source0).*"] + own + presence).joined(separator: ", "))
      FROM \(references.reduce("\(name: source0)") { "\($0)\n\(join($1))" })
      """
  }

  /// Rows of the period that they are compared with: of the same values, and in the same place.
  func join(_ reference: ReferenceSQL) -> SQLFragment {
    let other = table(of: reference)
    var tests = query.keys.filter { !$0.isTime }.map { key in
      "\(column: key.column, of: other) = \(column: key.column, of: source0)" as SQLFragment
    }
    if reference.isOnePieceARow {
      tests.append("\(column: "place", of: other) = \(column: "place", of: source0)")
    }
    if steps.hasSummaries, reference.isOnePieceARow {
      let summary = SummarySQL.column
      tests.append("\(column: summary, of: other) = \(column: summary, of: source0)")
    }
    return tests.isEmpty
      ? "CROSS JOIN \(name: other)"
      : "LEFT JOIN \(name: other) ON \(tests.joined(separator: " AND "))"
  }

  /// Whether a combination is known in the period that `vs` names.
  var presence: [SQLFragment] {
    guard query.versus != nil, main.columns.contains(FrameSQL.present) else { return [] }
    return references.map {
      "\(column: FrameSQL.present, of: table(of: $0)) AS \(name: Self.presentThen)"
    }
  }

  static let presentThen = "present then"

  func values(of index: Int) -> [SQLFragment] {
    let row = RowValues(plan, main, rows: source0)
    var values: [SQLFragment] = ["\(value(index, row, source0)) AS \(name: name(index))"]
    if let bound = row.bound(query.columns[index]) {
      values.append("\(bound) AS \(name: boundName(index))")
    }
    return values
  }

  func values(of index: Int, in reference: ReferenceSQL) -> [SQLFragment] {
    let rows = table(of: reference)
    let row = RowValues(plan, reference.frame, rows: rows)
    let suffix = reference.reference.kind.suffix
    var values: [SQLFragment] = [
      "\(value(index, row, rows)) AS \(name: name(index, suffix))"
    ]
    if let bound = row.bound(query.columns[index]) {
      values.append("\(bound) AS \(name: boundName(index, suffix))")
    }
    if let about = row.about(query.columns[index]) {
      values.append("\(about) AS \(name: aboutName(index, suffix))")
    }
    return values
  }

  func value(_ index: Int, _ row: RowValues, _ rows: String) -> SQLFragment {
    let column = query.columns[index]
    let value = row.sql(column)
    guard query.per != nil, column.isDivided else { return value }
    return PerSQL.divided(value, main.decimals(of: column.value) ?? 0, index, in: rows)
  }

  // MARK: Names

  /// The value of a column; never the name of a figure.
  func name(_ index: Int, _ suffix: String = "") -> String { "value \(index + 1)\(suffix)" }

  func boundName(_ index: Int, _ suffix: String = "") -> String {
    "bound \(index + 1)\(suffix)"
  }

  func aboutName(_ index: Int, _ suffix: String) -> String { "about \(index + 1)\(suffix)" }

  /// How the last SELECT reads whether the other side of a comparison was stated with "about";
  /// `nil` where it cannot be.
  func readingAbout(_ output: ResolvedQuery.Output) -> SQLFragment? {
    let kind: Reference.Kind? =
      switch output.content {
      case .reference, .change(.versus), .percent(.versus): .versus
      case .change(.yearBefore), .percent(.yearBefore): .yearBefore
      case .index(let extra): .index(extra)
      default: nil
      }
    guard let column = output.column, let kind,
      let reference = references.first(where: { $0.reference.kind == kind }),
      RowValues(plan, reference.frame).about(query.columns[column]) != nil
    else { return nil }
    return "\(column: aboutName(column, kind.suffix), of: source)"
  }

  func hasBound(_ index: Int) -> Bool {
    RowValues(plan, main).bound(query.columns[index]) != nil
  }

  func hasBound(_ index: Int, _ reference: ReferenceSQL) -> Bool {
    RowValues(plan, reference.frame).bound(query.columns[index]) != nil
  }

  func own(_ name: String) -> SQLFragment { "\(column: name, of: Self.values)" }

  // MARK: Rows that are shown

  /// What keeps rows in the answer.
  var conditions: [SQLFragment] {
    var conditions: [SQLFragment] = []
    if main.has("asked") { conditions.append("\(column: "asked", of: source)") }
    if main.columns.contains(FrameSQL.present) {
      let present: SQLFragment = "\(column: FrameSQL.present, of: source)"
      conditions.append(
        query.versus == nil
          ? present : "(\(present) OR \(column: Self.presentThen, of: source))"
      )
    }
    for test in query.tests {
      let value: SQLFragment
      switch test.subject {
      case .column(let index): value = "\(column: name(index), of: source)"
      case .output(let index): value = reading(query.outputs[index])
      }
      let judged = test.sql(value)
      conditions.append(
        steps.hasSummaries
          ? "(\(judged) OR \(column: SummarySQL.column, of: source) > 0)" : judged
      )
    }
    return conditions
  }
}
