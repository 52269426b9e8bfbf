import Catalog
import Diagnostics
import QueryLanguage

/// Sums that are refused because something would be counted twice.
extension WrongSums {
  // MARK: What is not distinguished

  /// `other` holds different things in different tables, so two of them neither add up nor
  /// subtract.
  func checkOthers(
    _ first: ResolvedQuery.Value,
    _ second: ResolvedQuery.Value,
    _ column: ResolvedQuery.ComputedColumn
  ) throws(Refusal) {
    for a in query.figures(in: first).map({ query.figures[$0] }) {
      for b in query.figures(in: second).map({ query.figures[$0] }) where a.measure != b.measure {
        guard let rest = restShared(a, b) else { continue }
        throw refusal(
          "others-joined",
          "`\(rest.name)` is what a table does not name, and differs between tables: "
            + "\(name(first)) and \(name(second)) cannot be combined there",
          column
        )
      }
    }
  }

  /// `other` or `unknown`, when both figures are restricted to it.
  func restShared(
    _ a: ResolvedQuery.Figure,
    _ b: ResolvedQuery.Figure
  ) -> Member? {
    let (own, theirs) = (required(of: a), required(of: b))
    for (dimension, members) in own.entries {
      guard let others = theirs[dimension] else { continue }
      for id in members.intersection(others).elements {
        if let member = catalog.member(id), member.rest != .none { return member }
      }
    }
    return nil
  }

  // MARK: Parts of a whole

  func checkParts(
    _ a: ResolvedQuery.Figure,
    _ b: ResolvedQuery.Figure,
    _ column: ResolvedQuery.ComputedColumn
  ) throws(Refusal) {
    if let (part, whole) = namedPart(a, b, column) {
      throw refusal(
        "part-and-whole",
        "`\(part.name)` is a part of `\(whole.name)`, and would be counted twice",
        column,
        [Query.Column(named: whole, span: column.span)]
      )
    }
    if a.measure == b.measure {
      throw refusal(
        "counted-twice",
        a.restriction == b.restriction && column.measures.count == 1
          ? "`\(a.measure.name)` would be counted twice"
          : "a part of `\(a.measure.name)` would be counted twice: the two do not exclude each other",
        column
      )
    }
    for (part, whole) in [(a, b), (b, a)] where catalog.isPart(part.measure, of: whole.measure) {
      throw refusal(
        "part-and-whole",
        "`\(part.measure.name)` is a part of `\(whole.measure.name)`, and would be counted twice",
        column,
        [Query.Column(named: whole.measure, span: column.span)]
      )
    }
  }

  /// The measures that the column names for two figures, when one is a part of the other.
  func namedPart(
    _ a: ResolvedQuery.Figure,
    _ b: ResolvedQuery.Figure,
    _ column: ResolvedQuery.ComputedColumn
  ) -> (Measure, Measure)? {
    let (own, theirs) = (column.measures.filter(a.belongs), column.measures.filter(b.belongs))
    for (part, whole) in own.flatMap({ one in theirs.map { (one, $0) } }) where part != whole {
      if catalog.isPart(part, of: whole) { return (part, whole) }
      if catalog.isPart(whole, of: part) { return (whole, part) }
    }
    return nil
  }

  /// Whether no event can be in both.
  func excludeEachOther(_ a: ResolvedQuery.Figure, _ b: ResolvedQuery.Figure) -> Bool {
    let (own, theirs) = (a.required, b.required)
    return own.entries.contains { dimension, members in
      if let others = theirs[dimension] { return members.intersection(others).isEmpty }
      return haveOtherParents(members, theirs)
    }
      || theirs.entries.contains { _, members in haveOtherParents(members, own) }
  }

  /// Whether values belong to parents that the other requirements exclude.
  func haveOtherParents(_ members: IDSet, _ other: Requirements) -> Bool {
    let known = members.elements.compactMap { catalog.member($0) }
    guard let dimension = known.first.flatMap({ catalog.dimension($0.dimension) }),
      let parents = other[dimension.parent]
    else { return false }
    return known.allSatisfy { $0.parent != 0 && !parents.contains($0.parent) }
  }

  // MARK: What the catalog names

  func checkConflicts(
    _ a: ResolvedQuery.Figure,
    _ b: ResolvedQuery.Figure,
    isAdded: Bool,
    _ column: ResolvedQuery.ComputedColumn
  ) throws(Refusal) {
    for own in catalog.wholes(of: a.measure) {
      for conflict in catalog.conflicts(of: own.id) {
        guard let other = catalog.measure(conflict.other),
          joins(a, of: own, b, of: other, by: conflict, isAdded: isAdded)
        else { continue }
        throw refusal(
          "do-not-add",
          "\(name(a, of: own)) and \(name(b, of: other)) do not add up: "
            + (conflict.reason.isEmpty ? "they overlap" : conflict.reason.withoutPeriod),
          column
        )
      }
    }
  }

  /// Whether a conflict of two measures is one of two figures of them. A part and its whole may be
  /// subtracted.
  private func joins(
    _ a: ResolvedQuery.Figure,
    of own: Measure,
    _ b: ResolvedQuery.Figure,
    of other: Measure,
    by conflict: MeasureConflict,
    isAdded: Bool
  ) -> Bool {
    switch conflict.relation {
    case .overlap:
      catalog.isPart(b.measure, of: other) && isKept(a, to: conflict.filters)
        && isKept(b, to: conflict.otherFilters)
    case .part:
      isAdded && b.measure == other && isKept(a, to: conflict.filters)
        && !isKeptAway(b, from: conflict.otherFilters)
    case .whole:
      isAdded && a.measure == own && catalog.isPart(b.measure, of: other)
        && !isKeptAway(a, from: conflict.filters) && isKept(b, to: conflict.otherFilters)
    }
  }

  /// Whether a figure is restricted to values: by itself, or by what holds for the whole question.
  private func isKept(_ figure: ResolvedQuery.Figure, to filters: [Dataset.ScopeEntry]) -> Bool {
    let required = required(of: figure)
    return filters.allSatisfy { required[$0.dimension]?.contains($0.member) ?? false }
  }

  /// Whether it is restricted to other values.
  private func isKeptAway(
    _ figure: ResolvedQuery.Figure,
    from filters: [Dataset.ScopeEntry]
  ) -> Bool {
    let required = required(of: figure)
    return filters.contains { entry in
      required[entry.dimension].map { !$0.contains(entry.member) } ?? false
    }
  }

  /// What each row that counts for a figure has.
  private func required(of figure: ResolvedQuery.Figure) -> Requirements {
    query.condition(of: figure)?.required ?? Requirements()
  }

  func name(_ figure: ResolvedQuery.Figure, of whole: Measure) -> String {
    figure.measure == whole
      ? "`\(figure.label)`" : "`\(figure.label)`, a part of `\(whole.name)`,"
  }

  func name(_ value: ResolvedQuery.Value) -> String {
    let figures = query.figures(in: value)
    guard let first = figures.first else { return "the number" }
    return figures.count == 1 ? "`\(query.figures[first].measure.name)`" : "one side"
  }
}

extension String {
  /// A sentence of the catalog at the end of a message.
  fileprivate var withoutPeriod: String { last == "." ? String(dropLast()) : self }
}
