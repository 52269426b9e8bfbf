import Catalog
import Planner
import QueryLanguage

/// The values of the columns for every row, and what windows over the rows make of them.
struct ValuesSQL {
  private let plan: QueryPlan
  private let query: ResolvedQuery
  private let steps: Steps
  private let main: FrameSQL
  private let references: [ReferenceSQL]

  init(_ plan: QueryPlan, _ steps: Steps, _ main: FrameSQL, _ references: [ReferenceSQL]) {
    self.plan = plan
    self.steps = steps
    self.main = main
    self.references = references
    query = plan.query
  }

  /// The table that the last SELECT reads.
  var source: String { derived.isEmpty ? Self.values : Self.answer }

  private static let values = "values"
  private static let answer = "answer"

  var tables: [SQLFragment] {
    let values: SQLFragment = "\(name: Self.values) AS (\n\(valuesSelect.indented)\n)"
    guard !derived.isEmpty else { return [values] }
    return [values, "\(name: Self.answer) AS (\n\(answerSelect.indented)\n)"]
  }

  // MARK: Values

  private var source0: String {
    steps.hasSummaries ? SummarySQL.name(of: main.rows) : main.rows
  }

  private func table(of reference: ReferenceSQL) -> String {
    steps.hasSummaries && reference.isOnePieceARow
      ? SummarySQL.name(of: reference.frame.rows) : reference.frame.rows
  }

  private var valuesSelect: SQLFragment {
    let own = query.columns.indices.flatMap { column in
      values(of: column) + references.flatMap { values(of: column, in: $0) }
    }
    return """
      SELECT \((["\(name: source0).*"] + own + presence).joined(separator: ", "))
      FROM \(references.reduce("\(name: source0)") { "\($0)\n\(join($1))" })
      """
  }

  /// Rows of the period that they are compared with: of the same values, and in the same place.
  private func join(_ reference: ReferenceSQL) -> SQLFragment {
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
  private var presence: [SQLFragment] {
    guard query.versus != nil, main.columns.contains(FrameSQL.present) else { return [] }
    return references.map {
      "\(column: FrameSQL.present, of: table(of: $0)) AS \(name: Self.presentThen)"
    }
  }

  private static let presentThen = "present then"

  private func values(of index: Int) -> [SQLFragment] {
    let row = RowValues(plan, main, rows: source0)
    var values: [SQLFragment] = ["\(value(index, row, source0)) AS \(name: name(index))"]
    if let bound = row.bound(query.columns[index]) {
      values.append("\(bound) AS \(name: boundName(index))")
    }
    return values
  }

  private func values(of index: Int, in reference: ReferenceSQL) -> [SQLFragment] {
    let rows = table(of: reference)
    let row = RowValues(plan, reference.frame, rows: rows)
    let suffix = reference.reference.kind.suffix
    var values: [SQLFragment] = [
      "\(value(index, row, rows)) AS \(name: name(index, suffix))"
    ]
    if let bound = row.bound(query.columns[index]) {
      values.append("\(bound) AS \(name: boundName(index, suffix))")
    }
    return values
  }

  private func value(_ index: Int, _ row: RowValues, _ rows: String) -> SQLFragment {
    let column = query.columns[index]
    let value = row.sql(column)
    guard query.per != nil, column.isDivided else { return value }
    return PerSQL.divided(value, index, in: rows)
  }

  // MARK: Names

  /// The value of a column; never the name of a figure.
  func name(_ index: Int, _ suffix: String = "") -> String { "value \(index + 1)\(suffix)" }

  private func boundName(_ index: Int, _ suffix: String = "") -> String {
    "bound \(index + 1)\(suffix)"
  }

  private func hasBound(_ index: Int) -> Bool {
    RowValues(plan, main).bound(query.columns[index]) != nil
  }

  private func hasBound(_ index: Int, _ reference: ReferenceSQL) -> Bool {
    RowValues(plan, reference.frame).bound(query.columns[index]) != nil
  }

  private func own(_ name: String) -> SQLFragment { "\(column: name, of: Self.values)" }

  // MARK: Windows

  private struct Derived {
    let name: String
    let value: SQLFragment
  }

  private var answerSelect: SQLFragment {
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

  /// Whether what is not told apart has to be left out of ranks.
  private var needsRest: Bool {
    query.extras.contains(.rank) && query.lastDimension?.dimension != nil
  }

  private var derived: [Derived] {
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

  private func value(of output: ResolvedQuery.Output, _ column: Int) -> SQLFragment? {
    let x = own(name(column))
    switch output.content {
    case .value, .reference, .sources: return nil
    case .change(let comparison): return change(column, comparison)
    case .percent(let comparison):
      let base = base(column, comparison)
      return "100.0 * \(change(column, comparison)) / nullif(\(base), 0)"
    case .share:
      // Of what is counted, and not of rates.
      let x =
        query.per == nil ? x : RowValues(plan, main, rows: Self.values).sql(query.columns[column])
      let figures: SQLFragment =
        steps.hasSummaries ? " FILTER (WHERE \(own(SummarySQL.column)) = 0)" : ""
      let share: SQLFragment = "100.0 * \(x) / nullif(sum(\(x))\(figures) OVER \(group), 0)"
      guard query.extras.total != nil else { return share }
      return "CASE WHEN \(own(SummarySQL.column)) = 2 THEN 100.0 ELSE \(share) END"
    case .running:
      let whole = whole(x, except: unfit(column, plan.main, mayBeLonger: true))
      let window = window("ROWS UNBOUNDED PRECEDING")
      return """
        CASE WHEN count(\(whole)) OVER \(window) = count(*) OVER \(window) \
        THEN sum(\(whole)) OVER \(window) END
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
      return "100.0 * \(compared(column)) / nullif(\(base), 0)"
    }
  }

  /// Whether what an output is made of holds a bound; `nil` where it cannot.
  private func bound(of output: ResolvedQuery.Output, _ column: Int) -> SQLFragment? {
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

  // MARK: Comparisons

  private func change(
    _ column: Int,
    _ comparison: ResolvedQuery.Output.Comparison
  ) -> SQLFragment {
    "(\(compared(column, comparison)) - \(base(column, comparison)))"
  }

  /// The value that a change is on.
  private func base(
    _ column: Int,
    _ comparison: ResolvedQuery.Output.Comparison
  ) -> SQLFragment {
    switch comparison {
    case .previous: return "lag(\(compared(column))) OVER \(window(""))"
    case .yearBefore: return base(column, in: .yearBefore)
    case .versus: return base(column, in: .versus)
    }
  }

  private func base(_ column: Int, in kind: Reference.Kind) -> SQLFragment {
    guard let reference = references.first(where: { $0.reference.kind == kind }) else {
      return "NULL"
    }
    let value = own(name(column, kind.suffix))
    let frame = reference.reference.frame
    let unfit = kind == .versus ? nil : unfit(column, frame)
    var tests: [SQLFragment] =
      hasBound(column, reference)
      ? ["\(own(boundName(column, kind.suffix)))"] : []
    if let unfit { tests.append(unfit) }
    return tests.isEmpty
      ? value : "CASE WHEN NOT (\(tests.joined(separator: " OR "))) THEN \(value) END"
  }

  /// A value that may be compared: of a whole period, and no bound.
  private func compared(
    _ column: Int,
    _ comparison: ResolvedQuery.Output.Comparison = .previous
  ) -> SQLFragment {
    let value = comparison == .versus ? own(name(column)) : whole(column)
    guard hasBound(column) else { return value }
    return "CASE WHEN NOT \(own(boundName(column))) THEN \(value) END"
  }

  /// A value of a whole period.
  private func whole(_ column: Int) -> SQLFragment {
    whole(own(name(column)), column)
  }

  private func whole(_ value: SQLFragment, _ column: Int) -> SQLFragment {
    whole(value, except: unfit(column, plan.main))
  }

  private func whole(_ value: SQLFragment, except unfit: SQLFragment?) -> SQLFragment {
    unfit.map { "CASE WHEN NOT (\($0)) THEN \(value) END" } ?? value
  }

  /// Where a row is of a period that is not held whole, or is longer than others; by source, what each
  /// source holds counts. `nil` where every row is fit to be compared.
  private func unfit(_ column: Int, _ frame: Frame, mayBeLonger: Bool = false) -> SQLFragment? {
    let figures = query.figures(in: query.columns[column].value)
    let sources: [Int?] =
      query.keys.contains(.source) ? plan.sourcesInOrder.map { $0 } : [nil]
    let tests = sources.compactMap { source -> SQLFragment? in
      let places = frame.pieces.indices.filter { piece in
        let isFit =
          (mayBeLonger || frame.pieces[piece].isRegular)
          && frame.isWhole(piece, figures, isYearToDate: query.isYearToDate, source: source)
        return !isFit && figures.contains { frame.holds(piece, $0, source: source) }
      }
      guard !places.isEmpty else { return nil }
      return source.map { "\(own("source")) = \($0) AND \(isIn(places))" } ?? isIn(places)
    }
    return tests.isEmpty ? nil : tests.joined(separator: " OR ")
  }

  private func isIn(_ places: [Int]) -> SQLFragment {
    let list = places.map { "\($0)" as SQLFragment }.joined(separator: ", ")
    return "\(own("place")) IN (\(list))"
  }

  /// The figures over the last periods, and the column over those.
  private func rolling(_ column: Int, _ count: Int) -> SQLFragment {
    let frame = window("ROWS \(count - 1) PRECEDING")
    let row = RowValues(plan, main, rows: Self.values)
    let figure = { (index: Int) -> SQLFragment in
      var value = row.figure(index)
      if let nothing = row.nothing(index) { value = "coalesce(\(value), \(nothing))" }
      return whole(value, column)
    }
    let value = ValueSQL(query: query) { index in
      let isAverage = query.figures[index].measure.kind == .average
      return isAverage
        ? "avg(\(figure(index))) OVER \(frame)" : "sum(\(figure(index))) OVER \(frame)"
    } fold: { _ in
      "NULL"
    } nothing: { _ in
      nil
    }.sql(query.columns[column].value)
    let areHeld = query.figures(in: query.columns[column].value).map {
      "count(\(figure($0))) OVER \(frame) = \(count)" as SQLFragment
    }
    guard query.per != nil else {
      return "CASE WHEN \(areHeld.joined(separator: " AND ")) THEN \(value) END"
    }
    let covered = own(PerSQL.name(column))
    return """
      CASE WHEN \(areHeld.joined(separator: " AND ")) \
      THEN \(value) / sum(\(covered)) OVER \(frame) END
      """
  }

  // MARK: Frames of windows

  /// The rows of the same values, in time.
  private func window(_ rows: SQLFragment) -> SQLFragment {
    var keys = query.keys.filter { !$0.isTime }.map { own($0.column) }
    // A row of the answer is compared with rows of the answer; windows of a fixed length go beyond.
    let goesBeyond = rows.sql.hasPrefix("ROWS") && !rows.sql.hasPrefix("ROWS UNBOUNDED")
    if main.has("asked"), !goesBeyond { keys.append(own("asked")) }
    if steps.hasSummaries { keys.append(own(SummarySQL.column)) }
    let partition: SQLFragment =
      keys.isEmpty ? "" : "PARTITION BY \(keys.joined(separator: ", ")) "
    let frame: SQLFragment = rows.sql.isEmpty ? "" : " \(rows)"
    return "(\(partition)ORDER BY \(own("place"))\(frame))"
  }

  /// The rows that a share is of.
  private var group: SQLFragment { partition() }

  private func partition(extra: SQLFragment? = nil, order: SQLFragment = "") -> SQLFragment {
    var keys = query.groupKeys.map { own($0.column) }
    if main.has("asked") { keys.append(own("asked")) }
    if let extra { keys.append("(\(extra))") }
    let partition: SQLFragment = keys.isEmpty ? "" : "PARTITION BY \(keys.joined(separator: ", "))"
    let space: SQLFragment = keys.isEmpty || order.sql.isEmpty ? "" : " "
    return "(\(partition)\(space)\(order))"
  }

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
