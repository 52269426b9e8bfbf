import Catalog
import Diagnostics
import QueryLanguage

/// Refuses sums that would be wrong whatever dataset is used: different units, stages of one
/// process, a whole and its part.
struct WrongSums {
  let query: ResolvedQuery
  let catalog: any CatalogReader

  /// A figure of a sum, and its sign.
  struct Term {
    let value: ResolvedQuery.Value
    let isSubtracted: Bool
  }

  init(_ query: ResolvedQuery, _ catalog: any CatalogReader) {
    self.query = query
    self.catalog = catalog
  }

  func check() throws(Refusal) {
    for column in query.columns {
      try check(column.value, column)
      for fold in query.folds(in: column.value) { try checkFold(query.folds[fold], column) }
    }
  }

  func checkFold(
    _ fold: ResolvedQuery.Fold,
    _ column: ResolvedQuery.ComputedColumn
  ) throws(Refusal) {
    try check(fold.value, column)
    guard fold.function == .average || fold.function == .median else { return }
    for measure in query.figures(in: fold.value).map({ query.figures[$0].measure }) {
      guard let why = measure.kind.whyNotAveraged else { continue }
      throw refusal("\(measure.kind.rawValue)s-averaged", "`\(measure.name)` is \(why)", column)
    }
  }

  /// Checks every sum inside a value.
  func check(
    _ value: ResolvedQuery.Value,
    _ column: ResolvedQuery.ComputedColumn
  ) throws(Refusal) {
    switch value {
    case .figure, .fold, .number: return
    case .operation(let sign, let left, let right):
      if sign == .add, query.quantity(of: left).kind == .mean,
        query.quantity(of: right).kind == .mean
      {
        throw refusal(
          "means-added",
          "\(name(left)) and \(name(right)) are means over people: they do not add up",
          column
        )
      }
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
  func terms(of value: ResolvedQuery.Value, isSubtracted: Bool = false) -> [Term] {
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

  func check(
    _ first: Term,
    _ second: Term,
    _ column: ResolvedQuery.ComputedColumn
  ) throws(Refusal) {
    try checkUnits(first.value, second.value, column)
    try checkOthers(first.value, second.value, column)
    let isAdded = first.isSubtracted == second.isSubtracted
    // Ratios and folds are never part of another figure; a multiple of a figure is treated as the
    // figure.
    guard let a = figure(of: first.value), let b = figure(of: second.value),
      !excludeEachOther(a, b)
    else {
      if let a = figure(of: first.value), let b = figure(of: second.value) {
        try checkConflicts(a, b, isAdded: isAdded, column)
      }
      return
    }
    try checkConflicts(a, b, isAdded: isAdded, column)
    if isAdded { try checkParts(a, b, column) }
  }

  /// A refusal that offers some columns, and the figures of the sum side by side.
  func refusal(
    _ id: String,
    _ message: String,
    _ column: ResolvedQuery.ComputedColumn,
    _ columns: [Query.Column] = []
  ) -> Refusal {
    let apart = query.query.columns.flatMap { own in
      own.span == column.span ? own.parts : [own]
    }
    return Refusal(
      Diagnostic(id, message, at: column.span),
      instead: [columns, apart].filter { !$0.isEmpty }.map { columns in
        var changed = query.query
        changed.columns = columns
        return changed
      },
      hint: { $0.isEmpty ? nil : "ask for them side by side" }
    )
  }

  /// The figure of a term, which may be a multiple of the figure.
  func figure(of value: ResolvedQuery.Value) -> ResolvedQuery.Figure? {
    switch value {
    case .figure(let index): query.figures[index]
    case .operation(.multiply, .number, let inner), .operation(.multiply, let inner, .number),
      .operation(.divide, let inner, .number):
      figure(of: inner)
    case .operation, .fold, .number: nil
    }
  }

  // MARK: Units and kinds

  func checkUnits(
    _ first: ResolvedQuery.Value,
    _ second: ResolvedQuery.Value,
    _ column: ResolvedQuery.ComputedColumn
  ) throws(Refusal) {
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
}

extension ResolvedQuery.Figure {
  /// The values of each dimension that the figure's own restriction keeps.
  var required: Requirements { restriction?.required ?? Requirements() }

  /// Whether a measure that a column names is the figure's measure, or has a formula that uses it.
  func belongs(to named: Measure) -> Bool {
    named == measure || named.formula.utf8.count > 0 && named.formula.contains(measure.key)
  }
}

extension CatalogReader {
  /// A measure, followed by the measure that it is part of, the one that this is part of, and so
  /// on.
  func wholes(of measure: Measure) -> [Measure] {
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

  /// The measures of an expression, each once, as separate columns.
  var parts: [Query.Column] {
    var parts: [Query.Column] = []
    for part in expression.leaves where !parts.contains(where: { $0.expression == part }) {
      parts.append(Query.Column(expression: part, label: nil, span: span))
    }
    return parts
  }
}

extension Query.Expression {
  var leaves: [Query.Expression] {
    switch self {
    case .measure, .restricted, .fold: [self]
    case .defined(let definition, _): definition.expression.leaves
    case .number: []
    case .negated(let inner, _): inner.leaves
    case .operation(_, let left, let right, _): left.leaves + right.leaves
    }
  }
}

extension Measure.Kind {
  /// Why figures of several periods have no mean; `nil` where they have one.
  fileprivate var whyNotAveraged: String? {
    switch self {
    case .flow, .stock, .average: nil
    case .limit: "a limit for one period, and limits have no mean"
    case .mean: "a mean over people, and a mean of means is not theirs: periods hold more or fewer"
    }
  }
}
