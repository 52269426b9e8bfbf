import Catalog
import Diagnostics
import QueryLanguage

/// Sums that would be wrong whatever dataset is taken: different units, stages of one process, a
/// whole and its part.
struct Additivity {
  private let query: ResolvedQuery
  private let catalog: any CatalogReader
  private let reason: Unanswerable

  /// A figure of a sum, and the side of zero that it stands on.
  private struct Term {
    let value: ResolvedQuery.Value
    let isSubtracted: Bool
  }

  init(_ query: ResolvedQuery, _ catalog: any CatalogReader, _ reason: Unanswerable) {
    self.query = query
    self.catalog = catalog
    self.reason = reason
  }

  func check() throws(Diagnostic) {
    for column in query.columns {
      try check(column.value, column)
      for fold in query.folds(in: column.value) { try checkFold(query.folds[fold], column) }
    }
  }

  private func checkFold(
    _ fold: ResolvedQuery.Fold,
    _ column: ResolvedQuery.Column
  ) throws(Diagnostic) {
    try check(fold.value, column)
    let limit = query.figures(in: fold.value).map { query.figures[$0].measure }
      .first { $0.kind == .limit }
    if let limit, fold.function == .average || fold.function == .median {
      throw refusal(
        "limits-averaged",
        "`\(limit.name)` is a limit for one period, and limits have no mean",
        column
      )
    }
  }

  /// Every sum inside a value.
  private func check(
    _ value: ResolvedQuery.Value,
    _ column: ResolvedQuery.Column
  ) throws(Diagnostic) {
    switch value {
    case .figure, .fold, .number: return
    case .operation(let sign, let left, let right):
      if sign == .add || sign == .subtract {
        let terms = terms(of: value)
        for (index, term) in terms.enumerated() {
          for other in terms[..<index] { try check(other, term, column) }
        }
        for term in terms {
          if case .operation = term.value { try check(term.value, column) }
        }
      } else {
        if sign == .divide { try checkOthers(left, right, column) }
        try check(left, column)
        try check(right, column)
      }
    }
  }

  /// What a sum is made of.
  private func terms(of value: ResolvedQuery.Value, isSubtracted: Bool = false) -> [Term] {
    switch value {
    case .operation(.add, let left, let right):
      return terms(of: left, isSubtracted: isSubtracted)
        + terms(of: right, isSubtracted: isSubtracted)
    case .operation(.subtract, let left, let right):
      return terms(of: left, isSubtracted: isSubtracted)
        + terms(of: right, isSubtracted: !isSubtracted)
    default: return [Term(value: value, isSubtracted: isSubtracted)]
    }
  }

  private func check(
    _ first: Term,
    _ second: Term,
    _ column: ResolvedQuery.Column
  ) throws(Diagnostic) {
    try checkUnits(first.value, second.value, column)
    try checkOthers(first.value, second.value, column)
    // Ratios and folds are no parts of anything; multiples of one figure are that figure still.
    guard let a = figure(of: first.value), let b = figure(of: second.value),
      !excludeEachOther(a, b)
    else {
      if let a = figure(of: first.value), let b = figure(of: second.value) {
        try checkConflicts(a, b, column)
      }
      return
    }
    try checkConflicts(a, b, column)
    if first.isSubtracted == second.isSubtracted { try checkParts(a, b, column) }
  }

  /// The figure of a term, a multiple of one included.
  private func figure(of value: ResolvedQuery.Value) -> ResolvedQuery.Figure? {
    switch value {
    case .figure(let index): query.figures[index]
    case .operation(.multiply, .number, let inner), .operation(.multiply, let inner, .number),
      .operation(.divide, let inner, .number):
      figure(of: inner)
    case .operation, .fold, .number: nil
    }
  }

  // MARK: Units and kinds

  private func checkUnits(
    _ first: ResolvedQuery.Value,
    _ second: ResolvedQuery.Value,
    _ column: ResolvedQuery.Column
  ) throws(Diagnostic) {
    let (a, b) = (query.quantity(of: first), query.quantity(of: second))
    guard a.kind != .number, b.kind != .number else { return }
    if a.unit != b.unit {
      throw refusal(
        "different-units",
        "\(name(first)) is in \(a.unit.name ?? "no unit"), \(name(second)) in "
          + "\(b.unit.name ?? "no unit"): they do not add up",
        column
      )
    }
    guard a.kind != b.kind, a.kind != .mixed, b.kind != .mixed else { return }
    throw refusal(
      "different-kinds",
      "\(name(first)) is \(a.kind.description), \(name(second)) \(b.kind.description): "
        + "they do not add up",
      column
    )
  }

  // MARK: What is not told apart

  /// `other` holds something else in every table: two of them neither add up nor subtract.
  private func checkOthers(
    _ first: ResolvedQuery.Value,
    _ second: ResolvedQuery.Value,
    _ column: ResolvedQuery.Column
  ) throws(Diagnostic) {
    for a in query.figures(in: first).map({ query.figures[$0] }) {
      for b in query.figures(in: second).map({ query.figures[$0] }) where a.measure != b.measure {
        guard let rest = restShared(a, b) else { continue }
        throw refusal(
          "others-joined",
          "`\(rest.name)` holds what a table does not name, something else in every table: "
            + "\(name(first)) and \(name(second)) do not meet there",
          column
        )
      }
    }
  }

  /// `other` or `unknown`, when both figures are kept to it.
  private func restShared(
    _ a: ResolvedQuery.Figure,
    _ b: ResolvedQuery.Figure
  ) -> Member? {
    let (own, theirs) = (
      query.condition(of: a)?.required ?? Requirements(),
      query.condition(of: b)?.required ?? Requirements()
    )
    for (dimension, members) in own.entries {
      guard let others = theirs[dimension] else { continue }
      for id in members.intersection(others).elements {
        if let member = catalog.member(id), member.rest != .none { return member }
      }
    }
    return nil
  }

  // MARK: Parts of a whole

  private func checkParts(
    _ a: ResolvedQuery.Figure,
    _ b: ResolvedQuery.Figure,
    _ column: ResolvedQuery.Column
  ) throws(Diagnostic) {
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
  private func namedPart(
    _ a: ResolvedQuery.Figure,
    _ b: ResolvedQuery.Figure,
    _ column: ResolvedQuery.Column
  ) -> (Measure, Measure)? {
    let (own, theirs) = (column.measures.filter(a.belongs), column.measures.filter(b.belongs))
    for (part, whole) in own.flatMap({ one in theirs.map { (one, $0) } }) where part != whole {
      if catalog.isPart(part, of: whole) { return (part, whole) }
      if catalog.isPart(whole, of: part) { return (whole, part) }
    }
    return nil
  }

  /// Whether no event can be in both.
  private func excludeEachOther(_ a: ResolvedQuery.Figure, _ b: ResolvedQuery.Figure) -> Bool {
    let (own, theirs) = (a.required, b.required)
    return own.entries.contains { dimension, members in
      if let others = theirs[dimension] { return members.intersection(others).isEmpty }
      return haveOtherParents(members, theirs)
    }
      || theirs.entries.contains { _, members in haveOtherParents(members, own) }
  }

  /// Whether values belong to parents that something else is restricted away from.
  private func haveOtherParents(_ members: IDSet, _ other: Requirements) -> Bool {
    let known = members.elements.compactMap { catalog.member($0) }
    guard let dimension = known.first.flatMap({ catalog.dimension($0.dimension) }),
      let parents = other[dimension.parent]
    else { return false }
    return known.allSatisfy { $0.parent != 0 && !parents.contains($0.parent) }
  }

  // MARK: What the catalog names

  private func checkConflicts(
    _ a: ResolvedQuery.Figure,
    _ b: ResolvedQuery.Figure,
    _ column: ResolvedQuery.Column
  ) throws(Diagnostic) {
    for own in catalog.wholes(of: a.measure) {
      for conflict in catalog.conflicts(of: own.id) {
        guard let other = catalog.measure(conflict.other),
          catalog.isPart(b.measure, of: other), a.isKept(to: conflict.filters),
          b.isKept(to: conflict.otherFilters)
        else { continue }
        throw refusal(
          "do-not-add",
          "\(name(a, of: own)) and \(name(b, of: other)) do not add up: "
            + (conflict.reason.isEmpty ? "they overlap" : conflict.reason.inSentence),
          column
        )
      }
    }
  }

  private func name(_ figure: ResolvedQuery.Figure, of whole: Measure) -> String {
    figure.measure == whole
      ? "`\(figure.label)`" : "`\(figure.label)`, a part of `\(whole.name)`,"
  }

  private func name(_ value: ResolvedQuery.Value) -> String {
    let figures = query.figures(in: value)
    guard let first = figures.first else { return "the number" }
    return figures.count == 1 ? "`\(query.figures[first].measure.name)`" : "one side"
  }

  // MARK: What works instead

  /// The same columns side by side, unless others are better.
  private func refusal(
    _ id: String,
    _ message: String,
    _ column: ResolvedQuery.Column,
    _ columns: [Query.Column] = []
  ) -> Diagnostic {
    let apart = query.query.columns.flatMap { own in
      own.span == column.span ? own.parts : [own]
    }
    let questions = [columns, apart].filter { !$0.isEmpty }.map { columns in
      var changed = query.query
      changed.columns = columns
      return changed
    }
    let works = reason.working(questions)
    return Diagnostic(
      id,
      message,
      at: column.span,
      hint: works.isEmpty ? nil : "ask for them side by side",
      questions: works
    )
  }
}

extension ResolvedQuery.Figure {
  /// What the figure's own restriction leaves of each dimension.
  fileprivate var required: Requirements { restriction?.required ?? Requirements() }

  /// Whether a measure that a column names is the figure's, or has a formula over it.
  fileprivate func belongs(to named: Measure) -> Bool {
    named == measure || named.formula.utf8.count > 0 && named.formula.contains(measure.key)
  }

  /// Whether the figure is restricted to values.
  fileprivate func isKept(to filters: [Dataset.ScopeEntry]) -> Bool {
    filters.allSatisfy { required[$0.dimension]?.contains($0.member) ?? false }
  }
}

extension CatalogReader {
  /// A measure, what it is a part of, what that is a part of, …
  fileprivate func wholes(of measure: Measure) -> [Measure] {
    var wholes: [Measure] = []
    var current: Measure? = measure
    while let known = current {
      wholes.append(known)
      current = known.partOf == 0 ? nil : self.measure(known.partOf)
    }
    return wholes
  }
}

extension Query.Column {
  init(named measure: Measure, span: SourceSpan) {
    let name = Name(
      text: measure.name,
      span: span,
      matches: [NameMatch(kind: .measure, preference: 0, target: measure.id)]
    )
    self.init(expression: .measure(name), label: nil, span: span)
  }

  /// The measures of an expression, each once, as columns of their own.
  fileprivate var parts: [Query.Column] {
    var parts: [Query.Column] = []
    for part in expression.leaves where !parts.contains(where: { $0.expression == part }) {
      parts.append(Query.Column(expression: part, label: nil, span: span))
    }
    return parts
  }
}

extension Query.Expression {
  fileprivate var leaves: [Query.Expression] {
    switch self {
    case .measure, .restricted, .fold: [self]
    case .defined(let definition, _): definition.expression.leaves
    case .number: []
    case .negated(let inner, _): inner.leaves
    case .operation(_, let left, let right, _): left.leaves + right.leaves
    }
  }
}

extension String {
  /// A sentence of the catalog behind a colon: without its capital and its full stop.
  fileprivate var inSentence: String {
    var text = self
    if text.last == "." { text.removeLast() }
    let second = text.dropFirst().first
    guard let first = text.first, second?.isUppercase != true, second != "B" else { return text }
    return first.lowercased() + text.dropFirst()
  }
}
