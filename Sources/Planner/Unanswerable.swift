import Catalog
import Diagnostics
import QueryLanguage

/// Says why no dataset answers a question, and which question the data do answer.
struct Unanswerable {
  let query: ResolvedQuery
  let catalog: any CatalogReader

  private let suggesting: Bool

  /// `suggesting` is off for questions that are suggestions themselves.
  init(_ query: ResolvedQuery, _ catalog: any CatalogReader, suggesting: Bool) {
    self.query = query
    self.catalog = catalog
    self.suggesting = suggesting
  }

  // MARK: No table

  /// No dataset has the dimensions, values and scope of the question.
  func noTable(for index: Int, _ misfits: [(holding: Holding, reason: Misfit)]) -> Diagnostic {
    let column = query.column(of: index)
    let published = misfits.filter { $0.holding.dataset.rollupOf == 0 }
    let reasons = published.map(\.reason)
    if let other = otherPart(index, column) { return other }
    if let unpublished = dimensionOfNoTable(published.map(\.holding)) {
      return noDimension(unpublished, column, published.map(\.holding))
    }
    if let part = commonScope(reasons) { return onlyPart(part, column, name(of: index)) }
    for case .rollup(let child) in reasons { return rolledUp(child, column) }
    if let test = valueOfNoTable(reasons) { return notToldApart(test, column) }
    if reasons.contains(.incomplete) { return incomplete(column) }
    return notTogether(column)
  }

  /// Every table is limited to a part, and the question leaves that out.
  private func otherPart(_ index: Int, _ column: ResolvedQuery.Column) -> Diagnostic? {
    let figure = query.figures[index]
    let required = query.condition(of: figure)?.required ?? Requirements()
    for entry in catalog.scopeOfAllTables(of: figure.measure.id) {
      guard let members = required[entry.dimension], !members.contains(entry.member),
        let dimension = catalog.dimension(entry.dimension),
        let only = catalog.member(entry.member)?.name
      else { continue }
      return Diagnostic(
        "only-part-published",
        kind: .lackOfData,
        "`\(name(of: index))` is published for one \(dimension.name) only: \(only)",
        at: column.span,
        hint: "the others are not counted, or not published",
        questions: working([without(dimension)])
      )
    }
    return nil
  }

  /// A dimension of the question that no dataset of the measure has.
  private func dimensionOfNoTable(_ holdings: [Holding]) -> Dimension? {
    dimensionsAsked.first { dimension in !holdings.contains { has(dimension, $0.dataset) } }
  }

  /// The dimensions that the question names, in `by` or in conditions.
  private var dimensionsAsked: [Dimension] {
    query.keys.compactMap(\.dimension) + (query.condition?.tests.map(\.dimension) ?? [])
  }

  private func has(_ dimension: Dimension, _ dataset: Dataset) -> Bool {
    (dataset.dimensions + dataset.scope.map(\.dimension)).contains { id in
      id == dimension.id || catalog.dimension(id)?.parent == dimension.id
    }
  }

  private func noDimension(
    _ dimension: Dimension,
    _ column: ResolvedQuery.Column,
    _ holdings: [Holding]
  ) -> Diagnostic {
    let ids = IDSet(holdings.flatMap(\.dataset.dimensions))
    let names = ids.elements.compactMap { catalog.dimension($0)?.name }
    return Diagnostic(
      "not-published-by",
      kind: .lackOfData,
      "`\(column.label)` is not published by \(dimension.name)",
      at: span(of: dimension) ?? column.span,
      hint: names.isEmpty
        ? "it is published as a total only"
        : "it is published by \(names.joined(by: ", "))",
      questions: working([without(dimension)])
    )
  }

  /// The part that every dataset with the right dimensions and values is limited to.
  private func commonScope(_ reasons: [Misfit]) -> [Dataset.ScopeEntry]? {
    let scopes = reasons.compactMap { reason -> [Dataset.ScopeEntry]? in
      if case .scope(let entries) = reason { entries } else { nil }
    }
    return scopes.min { $0.count < $1.count }
  }

  private func onlyPart(
    _ scope: [Dataset.ScopeEntry],
    _ column: ResolvedQuery.Column,
    _ name: String
  ) -> Diagnostic {
    let members = scope.compactMap { catalog.member($0.member) }
    let names = members.map(\.name).joined(by: ", ")
    var changed = query.query
    changed.clauses.append(ForClause(values: members.map { Name($0) }))
    let always = changed.withoutPeriods
    let questions = Array(working([changed, always]).prefix(1))
    let days = questions.isEmpty ? nil : planned(always.spelling)?.heldDays
    let dimensions = query.keys.compactMap(\.dimension).map(\.name)
    let rows = dimensions.isEmpty ? "" : "by \(dimensions.joined(by: " and ")), "
    let held = questions.first == always.spelling ? days.map { "; held: \(dates(of: $0))" } : nil
    return Diagnostic(
      "only-part",
      kind: .lackOfData,
      "\(rows)only a part of `\(name)` is published: \(names)",
      at: query.keySpans.first ?? column.span,
      hint: "ask for that part" + (held ?? ""),
      questions: questions
    )
  }

  private func valueOfNoTable(_ reasons: [Misfit]) -> Condition.Test? {
    for case .value(let test) in reasons { return test }
    return nil
  }

  private func notToldApart(
    _ test: Condition.Test,
    _ column: ResolvedQuery.Column
  ) -> Diagnostic {
    var withoutKeys = query.query
    withoutKeys.clauses.removeAll { clause in
      (clause as? ByClause)?.keys.contains { key in
        if case .dimension = key { true } else { false }
      } ?? false
    }
    return Diagnostic(
      "not-told-apart",
      kind: .lackOfData,
      "no table of `\(column.label)` that answers this lists \(test.label)",
      at: column.span,
      hint: "it may be counted under `other`; that is not zero",
      questions: working([withoutKeys, without(test.dimension)])
    )
  }

  private func incomplete(_ column: ResolvedQuery.Column) -> Diagnostic {
    Diagnostic(
      "incomplete",
      kind: .lackOfData,
      "the tables that hold this do not add up to the whole, so they have no total",
      at: column.span,
      hint: "name the values that are meant, or break it down by every dimension of the table",
      questions: working(query.keys.compactMap(\.dimension).map(without))
    )
  }

  /// The question has a share or total, but the tables that answer are partial breakdowns.
  func notWhole(for index: Int, _ extra: String, at span: SourceSpan) -> Diagnostic {
    var changed = query.query
    changed.clauses.removeAll { $0 is WithClause }
    return Diagnostic(
      "incomplete",
      kind: .lackOfData,
      "`\(extra)` needs all of `\(name(of: index))`, and the tables that hold this do not add up to it",
      at: span,
      hint: "their rows are only a part of the whole",
      questions: working([changed])
    )
  }

  /// The same, where tables that add up to the whole hold other periods only.
  var withoutExtraOfWhole: Diagnostic? {
    guard let extra = query.extraOfWhole else { return nil }
    let refusal = notWhole(for: 0, extra.name, at: extra.span)
    return refusal.questions.isEmpty ? nil : refusal
  }

  /// A coarser dimension whose values cannot be added up from what the tables name.
  private func rolledUp(_ child: Dimension, _ column: ResolvedQuery.Column) -> Diagnostic {
    let parent = catalog.dimension(child.parent)
    let tests = query.condition?.tests.filter { $0.dimension == parent } ?? []
    let what = tests.isEmpty ? parent?.name ?? "" : tests.map(\.label).joined(by: ", ")
    return Diagnostic(
      "too-much-other",
      kind: .lackOfData,
      "no table of `\(column.label)` gives \(what): too much of it is under `other` "
        + "\(child.name)",
      at: parent.flatMap(span) ?? column.span,
      hint: "ask for what is named",
      questions: working((parent.map { [$0] } ?? []).map(without))
    )
  }

  /// The name of a figure for the user: the column, or the measure when the column has several.
  private func name(of index: Int) -> String {
    let column = query.column(of: index)
    if case .figure = column.value { return column.label }
    return query.figures[index].measure.name
  }

  private func notTogether(_ column: ResolvedQuery.Column) -> Diagnostic {
    var seen: Set<Int> = []
    let unique = dimensionsAsked.filter { seen.insert($0.id).inserted }
    return Diagnostic(
      "not-published-together",
      kind: .lackOfData,
      "no table has `\(column.label)` by \(unique.map(\.name).joined(by: " and ")) together",
      at: column.span,
      hint: "each is published apart",
      questions: working(unique.map(without))
    )
  }

  // MARK: Other questions

  /// Of the questions given, those that the data answer, as they are typed.
  func working(_ queries: [Query]) -> [String] {
    guard suggesting else { return [] }
    var seen: Set<String> = []
    return queries.map(\.spelling).filter { text in
      text != query.query.spelling && seen.insert(text).inserted && planned(text) != nil
    }
  }

  /// The plan of another question, when the data answer it.
  func planned(_ text: String) -> QueryPlan? {
    guard
      let query = try? Query(
        parsing: text,
        catalog: catalog,
        definitions: query.query.definitions
      ),
      let resolved = try? query.resolved(against: catalog)
    else { return nil }
    return try? QueryPlan(for: resolved, catalog: catalog, suggesting: false)
  }

  /// The question without a dimension: neither in `by` nor in a condition.
  func without(_ dimension: Dimension) -> Query {
    var changed = query.query
    changed.clauses = changed.clauses.compactMap { clause in
      if let by = clause as? ByClause { return by.without(dimension, catalog) }
      if let values = clause as? ForClause { return values.without(dimension, catalog) }
      if let condition = clause as? WhereClause {
        return condition.mentions(dimension, catalog) ? nil : condition
      }
      return clause
    }
    if !changed.clauses.contains(where: { $0 is ByClause }) {
      changed.clauses.removeAll { $0 is TopClause }
    }
    return changed
  }

  func replacing(_ unit: TimeUnit, by other: TimeUnit) -> Query {
    var changed = query.query
    changed.clauses = changed.clauses.map { clause in
      (clause as? ByClause)?.replacing(unit, by: other) ?? clause
    }
    return changed
  }

  private func span(of dimension: Dimension) -> SourceSpan? {
    zip(query.keys, query.keySpans).first { $0.0.dimension == dimension }?.1
  }
}
