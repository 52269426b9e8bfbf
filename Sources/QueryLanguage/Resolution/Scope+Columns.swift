import Catalog
import Diagnostics

/// Names columns, and finds out whether they are parts of a whole.
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
    guard value.nesting <= Limits.nestedOperations else { throw .tooNested(at: column.span) }
    guard let first = namedMeasures.first else { throw .nothingCounted(at: column.span) }
    let fullName = canonical(column.expression).spelling
    let name = name(of: column.expression, first)
    draft.columns.append(
      ResolvedQuery.ComputedColumn(
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

  /// The name of a column that is one measure, restricted or not, or a user-defined name.
  func name(
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

  // MARK: Parts of a whole

  /// Whether a value is figures divided by figures that include them.
  func isPartOfWhole(_ value: ResolvedQuery.Value, in draft: ResolvedQuery) -> Bool {
    if case .fold(let index) = value { return isPartOfWhole(draft.folds[index].value, in: draft) }
    guard case .operation(.divide, let part, let whole) = value, part.isSum, whole.isSum else {
      return false
    }
    let wholes = draft.figures(in: whole).map { draft.figures[$0] }
    return draft.figures(in: part).map { draft.figures[$0] }.allSatisfy { part in
      wholes.contains { isPart(part, of: $0) }
    }
  }

  func isPart(
    _ part: ResolvedQuery.Figure,
    of whole: ResolvedQuery.Figure
  ) -> Bool {
    guard catalog.isPart(part.measure, of: whole.measure) else { return false }
    let own = part.restriction?.conjuncts ?? []
    return (whole.restriction?.conjuncts ?? []).allSatisfy(own.contains)
  }

  // MARK: Names in full

  /// The expression in the catalog's names.
  func canonical(_ expression: Query.Expression) -> Query.Expression {
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

  func canonical(_ name: Name) -> Name {
    guard let match = name.matches.first else { return name }
    let text: String? =
      switch match.kind {
      case .measure: catalog.measure(match.target)?.name
      case .dimension: catalog.dimension(match.target)?.name
      case .member: catalog.member(match.target)?.name
      case .group: catalog.group(match.target)?.name
      case .phrase: catalog.phrase(match.target)?.phrase
      case .notHeld: catalog.notHeld(match.target)?.name
      case .word: catalog.word(match.target)?.text
      case .event, .administration: catalog.event(match.target)?.name
      }
    return Name(text: text ?? name.text, span: name.span, matches: name.matches)
  }
}
