import Catalog
import Diagnostics
import QueryLanguage

/// Says why no table has the dimensions, values and scope of a figure of a question, and which
/// questions may have been meant.
struct NoTable {
  let query: ResolvedQuery
  let catalog: any CatalogReader
  /// The place of the figure in the question.
  let index: Int

  private var column: ResolvedQuery.ComputedColumn { query.column(of: index) }
  private var name: String { query.name(of: index) }

  /// The refusal, from what is wrong with each table of the measure.
  func refusal(_ misfits: [(holding: Holding, reason: Misfit)]) -> Refusal {
    let published = misfits.filter { $0.holding.dataset.rollupOf == 0 }
    let reasons = published.map(\.reason)
    if let other = otherPart { return other }
    if let unpublished = dimensionOfNoTable(published.map(\.holding)) {
      return noDimension(unpublished, published.map(\.holding))
    }
    if let part = commonScope(reasons) { return onlyPart(part) }
    for case .rollup(let child) in reasons { return rolledUp(child) }
    if let test = valueOfNoTable(reasons) { return notToldApart(test) }
    if reasons.contains(.incomplete) { return incomplete }
    return notTogether
  }

  /// Every table is limited to a part, and the question leaves that out.
  private var otherPart: Refusal? {
    let figure = query.figures[index]
    let required = query.condition(of: figure)?.required ?? Requirements()
    for entry in catalog.scopeOfAllTables(of: figure.measure.id) {
      guard let members = required[entry.dimension], !members.contains(entry.member),
        let dimension = catalog.dimension(entry.dimension),
        let only = catalog.member(entry.member)?.name
      else { continue }
      return .lackOfData(
        "only-part-published",
        "`\(name)` is published for one \(dimension.name) only: \(only)",
        at: column.span,
        hint: "the others are not counted, or not published",
        instead: [query.query.without(dimension, catalog)]
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
    _ holdings: [Holding]
  ) -> Refusal {
    let ids = IDSet(holdings.flatMap(\.dataset.dimensions))
    let names = ids.elements.compactMap { catalog.dimension($0)?.name }
    return .lackOfData(
      "not-published-by",
      "`\(column.label)` is not published by \(dimension.name)",
      at: query.span(of: dimension) ?? column.span,
      hint: names.isEmpty
        ? "it is published as a total only"
        : "it is published by \(names.joined(by: ", "))",
      instead: [query.query.without(dimension, catalog)]
    )
  }

  /// The part that every dataset with the right dimensions and values is limited to.
  private func commonScope(_ reasons: [Misfit]) -> [Dataset.ScopeEntry]? {
    let scopes = reasons.compactMap { reason -> [Dataset.ScopeEntry]? in
      if case .scope(let entries) = reason { entries } else { nil }
    }
    return scopes.min { $0.count < $1.count }
  }

  private func onlyPart(_ scope: [Dataset.ScopeEntry]) -> Refusal {
    let members = scope.compactMap { catalog.member($0.member) }
    var changed = query.query
    changed.clauses.append(ForClause(values: members.map { Name($0) }))
    let always = changed.withoutPeriods
    let alwaysText = always.spelling
    let dimensions = query.keys.compactMap(\.dimension).map(\.name)
    let rows = dimensions.isEmpty ? "" : "by \(dimensions.joined(by: " and ")), "
    let names = members.map(\.name).joined(by: ", ")
    return Refusal(
      Diagnostic(
        "only-part",
        kind: .lackOfData,
        "\(rows)only a part of `\(name)` is published: \(names)",
        at: query.keySpans.first ?? column.span
      ),
      instead: [changed, always],
      most: 1,
      hint: { works in
        let held = works.first.flatMap { $0.text == alwaysText ? $0.heldDays : nil }
        return "ask for that part" + (held.map { "; held: \(dates(of: $0))" } ?? "")
      }
    )
  }

  private func valueOfNoTable(_ reasons: [Misfit]) -> Condition.Test? {
    for case .value(let test) in reasons { return test }
    return nil
  }

  private func notToldApart(_ test: Condition.Test) -> Refusal {
    var withoutKeys = query.query
    withoutKeys.clauses.removeAll { clause in
      (clause as? ByClause)?.keys.contains { key in
        if case .dimension = key { true } else { false }
      } ?? false
    }
    return .lackOfData(
      "not-told-apart",
      "no table of `\(column.label)` that answers this lists \(test.label)",
      at: column.span,
      hint: "it may be counted under `other`; that is not zero",
      instead: [withoutKeys, query.query.without(test.dimension, catalog)]
    )
  }

  private var incomplete: Refusal {
    .lackOfData(
      "incomplete",
      "the tables that hold this do not add up to the whole, so they have no total",
      at: column.span,
      hint: "name the values that are meant, or break it down by every dimension of the table",
      instead: query.keys.compactMap(\.dimension).map { query.query.without($0, catalog) }
    )
  }

  /// A coarser dimension whose values cannot be added up from what the tables name.
  private func rolledUp(_ child: Dimension) -> Refusal {
    let parent = catalog.dimension(child.parent)
    let tests = query.condition?.tests.filter { $0.dimension == parent } ?? []
    let what = tests.isEmpty ? parent?.name ?? "" : tests.map(\.label).joined(by: ", ")
    return .lackOfData(
      "too-much-other",
      "no table of `\(column.label)` gives \(what): too much of it is under `other` "
        + "\(child.name)",
      at: parent.flatMap(query.span) ?? column.span,
      hint: "ask for what is named",
      instead: (parent.map { [$0] } ?? []).map { query.query.without($0, catalog) }
    )
  }

  private var notTogether: Refusal {
    var seen: Set<Int> = []
    let unique = dimensionsAsked.filter { seen.insert($0.id).inserted }
    return .lackOfData(
      "not-published-together",
      "no table has `\(column.label)` by \(unique.map(\.name).joined(by: " and ")) together",
      at: column.span,
      hint: "each is published apart",
      instead: unique.map { query.query.without($0, catalog) }
    )
  }
}
