import Catalog
import Diagnostics
import QueryLanguage

/// Says why no dataset answers a question, and which question the data do answer.
struct Unanswerable {
  private let query: ResolvedQuery
  private let catalog: any CatalogReader

  private let suggesting: Bool

  /// `suggesting` is off for questions that are suggestions themselves.
  init(_ query: ResolvedQuery, _ catalog: any CatalogReader, suggesting: Bool) {
    self.query = query
    self.catalog = catalog
    self.suggesting = suggesting
  }

  // MARK: No table

  /// No dataset has the dimensions, values and scope asked for.
  func noTable(for index: Int, _ misfits: [(holding: Holding, reason: Misfit)]) -> Diagnostic {
    let column = query.column(of: index)
    let published = misfits.filter { $0.holding.dataset.rollupOf == 0 }
    let reasons = published.map(\.reason)
    if let unpublished = dimensionOfNoTable(published.map(\.holding)) {
      return noDimension(unpublished, column, published.map(\.holding))
    }
    if let part = commonScope(reasons) { return onlyPart(part, column) }
    if let test = valueOfNoTable(reasons) { return notToldApart(test, column) }
    if reasons.contains(.incomplete) { return incomplete(column) }
    return notTogether(column)
  }

  /// A dimension asked for that no dataset of the measure has.
  private func dimensionOfNoTable(_ holdings: [Holding]) -> Dimension? {
    let wanted =
      query.keys.compactMap(\.dimension) + (query.condition?.tests.map(\.dimension) ?? [])
    return wanted.first { dimension in !holdings.contains { has(dimension, $0.dataset) } }
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
    _ column: ResolvedQuery.Column
  ) -> Diagnostic {
    let members = scope.compactMap { catalog.member($0.member) }
    let names = members.map(\.name).joined(by: ", ")
    var changed = query.query
    changed.clauses.append(ForClause(values: members.map { Name($0) }))
    var always = changed
    always.clauses.removeAll { clause in clause.isPeriod }
    let questions = Array(working([changed, always]).prefix(1))
    let days = questions.isEmpty ? nil : planned(always.spelling)?.heldDays
    let held = questions.first == always.spelling ? days.map { "; held: \(dates(of: $0))" } : nil
    return Diagnostic(
      "only-part",
      "this is published for a part of `\(column.label)` only: \(names)",
      at: query.keySpans.first ?? column.span,
      hint: "name the part that is meant" + (held ?? ""),
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
      "no table of `\(column.label)` that fits tells \(test.label) apart",
      at: column.span,
      hint: "it never occurs there, alone or under `other`: that is not zero",
      questions: working([withoutKeys, without(test.dimension)])
    )
  }

  private func incomplete(_ column: ResolvedQuery.Column) -> Diagnostic {
    Diagnostic(
      "incomplete",
      "the tables that hold this do not add up to the whole, so they have no total",
      at: column.span,
      hint: "name the values that are meant, or break it down by every dimension of the table",
      questions: working(query.keys.compactMap(\.dimension).map(without))
    )
  }

  private func notTogether(_ column: ResolvedQuery.Column) -> Diagnostic {
    let wanted =
      query.keys.compactMap(\.dimension) + (query.condition?.tests.map(\.dimension) ?? [])
    var seen: Set<Int> = []
    let unique = wanted.filter { seen.insert($0.id).inserted }
    return Diagnostic(
      "not-published-together",
      "no table has `\(column.label)` by \(unique.map(\.name).joined(by: " and ")) together",
      at: column.span,
      hint: "each is published apart",
      questions: working(unique.map(without))
    )
  }

  // MARK: Time

  /// Datasets fit, but none counts in the unit of time asked for.
  func noUnit(for index: Int, _ units: [TimeUnit], _ fits: [Candidate]) -> Diagnostic {
    let column = query.column(of: index)
    let wanted = units.first { unit in !fits.contains { $0.serves(unit) } } ?? units.first
    let others = TimeUnit.allCases.filter { unit in fits.contains { $0.serves(unit) } }
    let unit = wanted ?? .month
    return Diagnostic(
      "not-published-by-time",
      "this is not published by \(unit.name)",
      at: zip(query.keys, query.keySpans).first { $0.0.timeUnit == wanted }?.1 ?? column.span,
      hint: "it is published by \(others.map(\.name).joined(by: ", "))",
      questions: working(others.prefix(2).map { replacing(unit, by: $0) })
    )
  }

  /// A unit of time after `latest` or `last` that nothing is published by.
  static func notPublished(
    by unit: TimeUnit,
    _ column: ResolvedQuery.Column,
    _ candidates: [Candidate]
  ) -> Diagnostic {
    let others = TimeUnit.allCases.filter { other in candidates.contains { $0.serves(other) } }
    return Diagnostic(
      "not-published-by-time",
      "`\(column.label)` is not published by \(unit.name)",
      at: column.span,
      hint: "it is published by \(others.map(\.name).joined(by: ", "))"
    )
  }

  /// Datasets fit, but none holds a period asked for.
  func outside(_ supply: [Supply], _ selection: Selection) -> Diagnostic {
    let column = query.columns[0]
    if let months = cutMonths(supply, selection) { return insideMonth(months, column) }
    let extent = supply.compactMap(\.extent).reduce(nil) { known, range -> DayRange? in
      known.map { $0.union(range) } ?? range
    }
    var all = query.query
    all.clauses.removeAll { clause in clause.isPeriod }
    var since = all
    if let extent {
      let first = Period(.fiscalYear, containing: extent.first)
      since.clauses.append(
        SinceClause(
          isIncluded: true,
          period: PeriodTerm(.period(first), at: column.span)
        )
      )
    }
    return Diagnostic(
      "outside-coverage",
      "`\(column.label)` is not held for this period",
      at: query.periodSpan ?? column.span,
      hint: ([extent.map { "held: \(dates(of: $0))" }] + query.phraseNotes)
        .compactMap { $0 }.joined(by: ". "),
      questions: Array(working([all, since]).prefix(1))
    )
  }

  /// The months that the days asked for lie in, when those are held whole and not by day.
  private func cutMonths(_ supply: [Supply], _ selection: Selection) -> [Period]? {
    let months = selection.days.ranges.flatMap { Period.all(.month, touching: $0) }
    guard !months.isEmpty, months.count <= 2,
      months.contains(where: { month in supply.contains { $0.covers(month.days) } })
    else { return nil }
    return months
  }

  private func insideMonth(_ months: [Period], _ column: ResolvedQuery.Column) -> Diagnostic {
    var changed = query.query
    changed.clauses.removeAll { clause in clause.isPeriod }
    let term = { (month: Period) in PeriodTerm(.period(month), at: column.span) }
    changed.clauses.append(
      InClause(
        ranges: [
          .init(first: term(months[0]), last: months.count > 1 ? term(months[1]) : nil)
        ]
      )
    )
    return Diagnostic(
      "inside-month",
      "this is published by whole months, and no whole month lies in these days",
      at: query.periodSpan ?? column.span,
      hint: "ask for the month",
      questions: working([changed])
    )
  }

  // MARK: Other questions

  /// Of the questions given, those that the data answer, as they are typed.
  private func working(_ queries: [Query]) -> [String] {
    guard suggesting else { return [] }
    var seen: Set<String> = []
    return queries.map(\.spelling).filter { text in
      text != query.query.spelling && seen.insert(text).inserted && planned(text) != nil
    }
  }

  /// The plan of another question, when the data answer it.
  private func planned(_ text: String) -> QueryPlan? {
    guard let query = try? Query(parsing: text, catalog: catalog),
      let resolved = try? query.resolved(against: catalog)
    else { return nil }
    return try? QueryPlan(for: resolved, catalog: catalog, suggesting: false)
  }

  /// The question without a dimension: neither in `by` nor in a condition.
  private func without(_ dimension: Dimension) -> Query {
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

  private func replacing(_ unit: TimeUnit, by other: TimeUnit) -> Query {
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

extension Clause {
  fileprivate var isPeriod: Bool { Self.role == .period }
}

extension Name {
  /// A value of the catalog, as it is typed.
  fileprivate init(_ member: Member) {
    self.init(
      text: member.name,
      span: SourceSpan(0..<0),
      matches: [NameMatch(kind: .member, preference: 0, target: member.id)]
    )
  }

  fileprivate func means(_ dimension: Dimension, _ catalog: any CatalogReader) -> Bool {
    matches.contains { match in
      switch match.kind {
      case .dimension: match.target == dimension.id
      case .member: catalog.member(match.target)?.dimension == dimension.id
      case .group: catalog.group(match.target)?.dimension == dimension.id
      case .measure, .phrase: false
      }
    }
  }
}

extension ByClause {
  fileprivate func without(_ dimension: Dimension, _ catalog: any CatalogReader) -> ByClause? {
    let left = keys.filter { key in
      switch key {
      case .time: true
      case .dimension(let name), .value(let name): !name.means(dimension, catalog)
      }
    }
    return left.isEmpty ? nil : ByClause(keys: left)
  }

  fileprivate func replacing(_ unit: TimeUnit, by other: TimeUnit) -> ByClause {
    ByClause(
      keys: keys.map { key in
        if case .time(unit, let span) = key { .time(other, span) } else { key }
      }
    )
  }
}

extension ForClause {
  fileprivate func without(_ dimension: Dimension, _ catalog: any CatalogReader) -> ForClause? {
    let left = values.filter { !$0.means(dimension, catalog) }
    return left.isEmpty ? nil : ForClause(values: left)
  }
}

extension WhereClause {
  fileprivate func mentions(_ dimension: Dimension, _ catalog: any CatalogReader) -> Bool {
    condition.names.contains { $0.means(dimension, catalog) }
  }
}

extension ConditionTree {
  /// The dimensions tested.
  fileprivate var names: [Name] {
    switch self {
    case .either(let parts), .all(let parts): parts.flatMap(\.names)
    case .not(let inner, _): inner.names
    case .test(let dimension, _, _, _): [dimension]
    }
  }
}
