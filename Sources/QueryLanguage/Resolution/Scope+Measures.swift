import Catalog
import Diagnostics

extension Scope {
  /// Adds a column, and the stored measures that it is made of.
  mutating func add(
    _ column: Query.Column,
    to draft: inout ResolvedQuery,
    isShown: Bool = true
  ) throws(Diagnostic) {
    namedMeasures = []
    let parts = column.expression.leafCount > 1 ? draft.columns.count : nil
    let context = Context(span: column.span, expression: parts)
    let value = try value(of: column.expression, context, in: &draft)
    guard let first = namedMeasures.first else { throw .nothingCounted(at: column.span) }
    let fullName = canonical(column.expression).spelling
    let name = name(of: column.expression, first)
    draft.columns.append(
      ResolvedQuery.Column(
        key: column.label.map(snakeCase) ?? name?.key ?? fullName,
        label: column.label ?? name?.label ?? fullName,
        quantity: draft.quantity(of: value),
        value: value,
        isPartOfWhole: isPartOfWhole(value, in: draft),
        measures: namedMeasures,
        match: column.expression.match,
        fullName: fullName,
        isShown: isShown,
        span: column.span
      )
    )
  }

  /// What a column is called that is one measure, restricted or not, or a name of the asker's own.
  private func name(
    of expression: Query.Expression,
    _ measure: Measure
  ) -> (key: String, label: String)? {
    switch expression {
    case .measure: (measure.key, measure.name)
    case .restricted(let inner, _):
      name(of: inner, measure).map { ($0.key, canonical(expression).spelling) }
    case .defined(let definition, _): (snakeCase(definition.name), definition.name)
    case .number, .negated, .operation, .fold: nil
    }
  }

  // MARK: Values

  /// What surrounds a part of an expression.
  struct Context {
    /// Where the column stands.
    let span: SourceSpan
    var restriction: Condition?
    var fold: Int?
    /// The column, when several figures make it up.
    var expression: Int?
    /// Whether it is a formula of the catalog, in which names are those of measures only.
    var isFormula = false
  }

  private mutating func value(
    of expression: Query.Expression,
    _ context: Context,
    in draft: inout ResolvedQuery
  ) throws(Diagnostic) -> ResolvedQuery.Value {
    switch expression {
    case .measure(let name): return try value(of: name, context, in: &draft)
    case .defined(let definition, let span):
      let inner = Context(
        span: span,
        restriction: context.restriction,
        fold: context.fold,
        expression: context.expression
      )
      return try value(of: definition.expression, inner, in: &draft)
    case .restricted(let inner, let restriction):
      var restricted = context
      restricted.restriction = .both(
        context.restriction,
        try condition(of: restriction, on: inner, context, draft)
      )
      return try value(of: inner, restricted, in: &draft)
    case .number(let number, let span):
      guard let ratio = number.ratio else { throw .numberTooLarge(at: span) }
      return .number(ratio)
    case .negated(let inner, _):
      let value = try value(of: inner, context, in: &draft)
      if case .number(let ratio) = value { return .number(ratio.negated) }
      return .operation(.multiply, .number(Ratio(-1)), value)
    case .operation(let sign, let left, let right, _):
      let first = try value(of: left, context, in: &draft)
      return .operation(sign, first, try value(of: right, context, in: &draft))
    case .fold(let function, let inner, let unit, let span):
      guard context.fold == nil else { throw .foldInFold(at: span) }
      var inside = context
      inside.fold = draft.folds.count
      let count = draft.folds.count
      draft.folds.append(
        .init(function: function, unit: unit, value: .number(Ratio(0)), span: span)
      )
      let value = try value(of: inner, inside, in: &draft)
      draft.folds[count] = .init(function: function, unit: unit, value: value, span: span)
      return .fold(count)
    }
  }

  private mutating func value(
    of name: Name,
    _ context: Context,
    in draft: inout ResolvedQuery
  ) throws(Diagnostic) -> ResolvedQuery.Value {
    let (measure, expression) = try meaning(of: name, isFormula: context.isFormula)
    if !context.isFormula, !namedMeasures.contains(measure) { namedMeasures.append(measure) }
    guard let expression else {
      return draft.figure(
        ResolvedQuery.Figure(
          measure: measure,
          restriction: context.restriction,
          fold: context.fold,
          expression: context.expression
        )
      )
    }
    var formula = context
    formula.isFormula = true
    return try value(of: expression, formula, in: &draft)
  }

  /// What one measure alone is restricted to.
  private mutating func condition(
    of restriction: Query.Restriction,
    on inner: Query.Expression,
    _ context: Context,
    _ draft: ResolvedQuery
  ) throws(Diagnostic) -> Condition? {
    switch restriction {
    case .condition(let tree):
      if let test = tree.firstColumnTest { throw .testInsideMeasure(test) }
      return try condition(tree)
    case .values(let names):
      // What a value means depends on the tables of this measure.
      var scratch = ResolvedQuery(draft.query)
      _ = try value(of: inner, context, in: &scratch)
      return try tests(of: names, for: scratch).reduce(nil) { .both($0, .test($1)) }
    }
  }

  // MARK: Parts of a whole

  /// Whether a value is figures divided by figures that hold them.
  private func isPartOfWhole(_ value: ResolvedQuery.Value, in draft: ResolvedQuery) -> Bool {
    if case .fold(let index) = value { return isPartOfWhole(draft.folds[index].value, in: draft) }
    guard case .operation(.divide, let part, let whole) = value, part.isSum, whole.isSum else {
      return false
    }
    let wholes = draft.figures(in: whole).map { draft.figures[$0] }
    return draft.figures(in: part).map { draft.figures[$0] }.allSatisfy { part in
      wholes.contains { isPart(part, of: $0) }
    }
  }

  private func isPart(
    _ part: ResolvedQuery.Figure,
    of whole: ResolvedQuery.Figure
  ) -> Bool {
    guard catalog.isPart(part.measure, of: whole.measure) else { return false }
    let own = part.restriction?.conjuncts ?? []
    return (whole.restriction?.conjuncts ?? []).allSatisfy(own.contains)
  }

  // MARK: Names in full

  /// The expression in the catalog's names.
  private func canonical(_ expression: Query.Expression) -> Query.Expression {
    switch expression {
    case .measure(let name): .measure(canonical(name))
    case .restricted(let inner, .values(let names)):
      .restricted(canonical(inner), .values(names.map(canonical)))
    case .restricted(let inner, let condition): .restricted(canonical(inner), condition)
    case .negated(let inner, let span): .negated(canonical(inner), span)
    case .operation(let sign, let left, let right, let span):
      .operation(sign, canonical(left), canonical(right), span)
    case .fold(let function, let inner, let unit, let span):
      .fold(function, canonical(inner), unit, span)
    case .number, .defined: expression
    }
  }

  private func canonical(_ name: Name) -> Name {
    guard let match = name.matches.first else { return name }
    let text: String? =
      switch match.kind {
      case .measure: catalog.measure(match.target)?.name
      case .dimension: catalog.dimension(match.target)?.name
      case .member: catalog.member(match.target)?.name
      case .group: catalog.group(match.target)?.name
      case .phrase: catalog.phrase(match.target)?.phrase
      }
    return Name(text: text ?? name.text, span: name.span, matches: name.matches)
  }

  /// What a name counts: a measure, with the expression that a formula or a phrase makes of it.
  private mutating func meaning(
    of name: Name,
    isFormula: Bool
  ) throws(Diagnostic) -> (Measure, Query.Expression?) {
    let named = name.matches.filter { $0.kind == .measure }
    if let first = named.first, named.count > 1, name.matches.first == first,
      named[1].preference == first.preference
    {
      throw .ambiguous(name, named.compactMap { catalog.measure($0.target) })
    }
    for match in isFormula ? named : name.matches {
      switch match.kind {
      case .measure:
        if let measure = catalog.measure(match.target) {
          return (measure, try formula(of: measure, name))
        }
      case .phrase:
        if let phrase = catalog.phrase(match.target) {
          note(phrase)
          return try meaning(of: phrase, name)
        }
      case .dimension, .member, .group: continue
      }
    }
    throw .unknown("measure", name, near: [])
  }

  private mutating func meaning(
    of phrase: Phrase,
    _ name: Name
  ) throws(Diagnostic) -> (Measure, Query.Expression?) {
    guard !phrase.means.isEmpty else { throw .nothingHeld(phrase, name) }
    guard !phrase.standsForValue,
      let expression = try? Query.Expression(formula: phrase.means, catalog: catalog),
      let measure = firstMeasure(in: expression)
    else { throw .valueAsMeasure(name, catalog) }
    if case .measure = expression { return (measure, try formula(of: measure, name)) }
    return (measure, expression)
  }

  private func firstMeasure(in expression: Query.Expression) -> Measure? {
    switch expression {
    case .measure(let name):
      name.matches.first { $0.kind == .measure }.flatMap { catalog.measure($0.target) }
    case .restricted(let inner, _), .negated(let inner, _), .fold(_, let inner, _, _):
      firstMeasure(in: inner)
    case .operation(_, let left, let right, _): firstMeasure(in: left) ?? firstMeasure(in: right)
    case .number, .defined: nil
    }
  }

  /// The formula of a derived measure; `nil` when its figures are stored.
  private func formula(of measure: Measure, _ name: Name) throws(Diagnostic) -> Query.Expression? {
    guard !measure.formula.isEmpty else { return nil }
    do {
      return try Query.Expression(formula: measure.formula, catalog: catalog)
    } catch {
      throw .brokenFormula(measure, error.message, at: name.span)
    }
  }

  private func snakeCase(_ label: String) -> String {
    let words = label.lowercased().split { !($0.isLetter || $0.isNumber) }
    return words.isEmpty ? label : words.joined(separator: "_")
  }
}

extension ResolvedQuery {
  /// The index of a figure, which is added when it is new.
  fileprivate mutating func figure(_ figure: Figure) -> Value {
    if let index = figures.firstIndex(of: figure) { return .figure(index) }
    figures.append(figure)
    return .figure(figures.count - 1)
  }
}

extension ResolvedQuery.Value {
  /// Whether it only adds figures.
  package var isSum: Bool {
    switch self {
    case .figure: true
    case .operation(.add, let left, let right): left.isSum && right.isSum
    case .operation, .fold, .number: false
    }
  }
}

extension Query.Expression {
  /// How many measures it names.
  fileprivate var leafCount: Int {
    switch self {
    case .measure: 1
    case .number: 0
    case .defined(let definition, _): definition.expression.leafCount
    case .restricted(let inner, _), .negated(let inner, _), .fold(_, let inner, _, _):
      inner.leafCount
    case .operation(_, let left, let right, _): left.leafCount + right.leafCount
    }
  }

  /// What the name means, of an expression that is one name.
  fileprivate var match: NameMatch? {
    switch self {
    case .measure(let name): name.matches.first
    case .restricted, .defined, .number, .negated, .operation, .fold: nil
    }
  }
}

extension Diagnostic {
  fileprivate static func nothingCounted(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "nothing-counted",
      "this column counts nothing",
      at: span,
      hint: "a column needs a measure, as in `removals / 12`"
    )
  }

  fileprivate static func foldInFold(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "fold-in-fold",
      "finer periods are made one figure once, not inside one another",
      at: span
    )
  }

  fileprivate static func testInsideMeasure(_ test: ColumnTest) -> Diagnostic {
    Diagnostic(
      "test-inside-measure",
      "a test on figures judges finished rows, and stands behind the question",
      at: test.span,
      hint: "as in `where \(test.spelling)` at the end"
    )
  }

  fileprivate static func ambiguous(_ name: Name, _ measures: [Measure]) -> Diagnostic {
    Diagnostic(
      "ambiguous-measure",
      "`\(name.text)` names several things to count",
      at: name.span,
      hint: measures.map { "`\($0.name)`" }.joined(separator: " or ")
    )
  }

  fileprivate static func nothingHeld(_ phrase: Phrase, _ name: Name) -> Diagnostic {
    Diagnostic(
      "nothing-held",
      "no figure is held for `\(name.text)`",
      at: name.span,
      hint: phrase.note.isEmpty ? nil : phrase.note
    )
  }

  fileprivate static func brokenFormula(
    _ measure: Measure,
    _ reason: String,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "broken-formula",
      "the formula of `\(measure.name)` cannot be read: \(reason)",
      at: span
    )
  }
}
