import Catalog
package import Diagnostics
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

  /// The refusal, from what is wrong with each published table of the measure.
  func refusal(_ published: [(holding: Holding, reason: Misfit)]) -> Refusal {
    let reasons = published.map(\.reason)
    if let other = otherPart { return other }
    if let unpublished = dimensionOfNoTable(published.map(\.holding)) {
      return noDimension(unpublished, published.map(\.holding))
    }
    let parts = publishedParts(limited(published))
    if !parts.isEmpty { return onlyParts(parts) }
    for case .rollup(let child) in reasons { return rolledUp(child) }
    if let test = valueOfNoTable(reasons) { return notToldApart(test) }
    let partial = published.filter { $0.reason == .incomplete }.map(\.holding.dataset)
    if !partial.isEmpty { return incomplete(partial) }
    return notTogether
  }

  /// Every table is limited to a part, and the question leaves that out.
  private var otherPart: Refusal? {
    let figure = query.figures[index]
    let required = query.condition(of: figure)?.required ?? Requirements()
    for entry in catalog.tables(of: figure.measure.id).scope {
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
    let known = knownNotHeld(by: dimension)
    let nearest = known.flatMap { try? Query(parsing: $0.nearest, catalog: catalog) }
    return .lackOfData(
      "not-published-by",
      "`\(column.label)` is not published by \(dimension.name)",
      at: query.span(of: dimension) ?? column.span,
      hint: (known.map { $0.why + ". It" } ?? "it")
        + (names.isEmpty
          ? " is published as a total only" : " is published by \(names.joined(by: ", "))"),
      instead: (nearest.map { [$0] } ?? []) + [query.query.without(dimension, catalog)]
        + ids.elements.compactMap(catalog.dimension).map {
          query.query.replacing(dimension, by: $0, catalog)
        },
      most: Self.mostParts
    )
  }

  /// What the catalog knows of the figure by that dimension, or by one that is added up to it.
  private func knownNotHeld(by dimension: Dimension) -> NotHeld? {
    let finer = catalog.dimensions().filter { $0.parent == dimension.id }
    let own = ([dimension] + finer).map { Spelling.key(of: $0.name) }
    return catalog.notHeld(of: query.figures[index].measure.id)
      .first { own.contains($0.beside) }
      .flatMap { catalog.notHeld($0.thing) }
  }

  /// What is wrong with tables that are limited to a part: with those that hold something of the
  /// days asked for, where there are any.
  private func limited(_ misfits: [(holding: Holding, reason: Misfit)]) -> [Misfit] {
    let limited = misfits.filter { if case .scope = $0.reason { true } else { false } }
    let held = limited.filter { misfit in
      catalog.runs(of: misfit.holding).contains { run in
        query.days.map { !$0.intersection(run.days).isEmpty } ?? true
      }
    }
    return (held.isEmpty ? limited : held).map(\.reason)
  }

  /// The parts that datasets with the right dimensions and values are limited to: those that leave
  /// least out.
  private func publishedParts(_ reasons: [Misfit]) -> [[Dataset.ScopeEntry]] {
    let scopes = reasons.compactMap { reason -> [Dataset.ScopeEntry]? in
      if case .scope(let entries) = reason { entries } else { nil }
    }
    let fewest = scopes.map(\.count).min()
    var parts: [[Dataset.ScopeEntry]] = []
    for scope in scopes where scope.count == fewest && !parts.contains(scope) {
      parts.append(scope)
    }
    return parts
  }

  private func onlyParts(_ parts: [[Dataset.ScopeEntry]]) -> Refusal {
    let named = parts.map { $0.compactMap { catalog.member($0.member) } }
    let questions = named.map(kept)
    let dimensions = query.keys.compactMap(\.dimension).map(\.name)
    let rows = dimensions.isEmpty ? "" : "by \(dimensions.joined(by: " and ")), "
    let names = named.map { $0.map(\.name).joined(by: ", ") }
    let isOne = parts.count == 1
    let always = questions[0].withoutPeriods
    let alwaysText = always.spelling
    return Refusal(
      Diagnostic(
        Diagnostic.onlyPart,
        kind: .lackOfData,
        isOne
          ? "\(rows)only a part of `\(name)` is published: \(names[0])"
          : "\(rows)only parts of `\(name)` are published, and no whole: \(names.joined(by: "; "))",
        at: query.keySpans.first ?? column.span
      ),
      instead: isOne ? [questions[0], always] : questions,
      most: isOne ? 1 : Self.mostParts,
      hint: { works in
        let held = works.first.flatMap { $0.text == alwaysText ? $0.heldDays : nil }
        return "ask for \(isOne ? "that part" : "one of them")"
          + (held.map { "; held: \(dates(of: $0))" } ?? "")
      }
    )
  }

  /// The most parts that are offered.
  private static let mostParts = 3

  /// The question about a part.
  private func kept(to part: [Member]) -> Query {
    var changed = query.query
    changed.clauses.append(ForClause(values: part.map { Name($0) }))
    return changed
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

  /// Tables that list only a part of the whole: what they list can be shown, and not added up.
  private func incomplete(_ tables: [Dataset]) -> Refusal {
    let asked = query.keys.compactMap(\.dimension)
    let missing = tables.map { table in
      table.dimensions.filter { id in !asked.contains { $0.id == id } }
    }
    let shown = (missing.flatMap { $0 }.map { [$0] } + missing).filter { !$0.isEmpty }.map { ids in
      query.query.broken(down: ids.compactMap(catalog.dimension))
    }
    return .lackOfData(
      "incomplete",
      "the tables that hold this do not add up to the whole, so they have no total",
      at: column.span,
      hint: "name the values that are meant, or break it down by every dimension of the table",
      instead: asked.map { query.query.without($0, catalog) } + shown,
      most: Self.mostParts
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
    let names = unique.map(\.name).joined(by: " and ")
    return .lackOfData(
      "not-published-together",
      unique.isEmpty
        ? "no table has all that `\(column.label)` is kept to"
        : unique.count == 1
          ? "no table of `\(column.label)` has the \(names)"
          : "no table has `\(column.label)` by \(names) together",
      at: column.span,
      hint: unique.count > 1 ? "each is published apart" : nil,
      instead: unique.map { query.query.without($0, catalog) }
    )
  }
}

extension Diagnostic {
  fileprivate static let onlyPart = "only-part"
  static let heldForPart = "held-for-part"

  /// Whether it refuses a whole of which parts are published.
  package var isOfOnlyPart: Bool { id == Self.onlyPart }

  /// Whether it refuses a whole of which only parts are published, then or at all.
  package var isOfParts: Bool { isOfOnlyPart || id == Self.heldForPart }
}
