import Catalog
import Diagnostics

extension Scope {
  /// Adds a column, and the stored measures that it is made of.
  mutating func add(_ column: Query.Column, to draft: inout ResolvedQuery) throws(Diagnostic) {
    guard case .measure(let name) = column.expression else {
      throw .expected("the name of a measure", at: column.span)
    }
    let (measure, expression) = try meaning(of: name)
    let value = try value(of: expression, for: measure, restriction: nil, in: &draft, name)
    let label = column.label ?? measure.name
    draft.columns.append(
      ResolvedQuery.Column(
        key: column.label.map(snakeCase) ?? measure.key,
        label: label,
        unit: measure.unit,
        value: value,
        measure: measure,
        match: name.matches.first,
        fullName: fullName(of: name, measure),
        span: column.span
      )
    )
  }

  private func fullName(of name: Name, _ measure: Measure) -> String {
    guard let match = name.matches.first, match.kind == .phrase else { return measure.name }
    return catalog.phrase(match.target)?.phrase ?? measure.name
  }

  /// What a name counts: a measure, with the expression that a formula or a phrase makes of it.
  private mutating func meaning(
    of name: Name
  ) throws(Diagnostic) -> (Measure, Query.Expression?) {
    let named = name.matches.filter { $0.kind == .measure }
    if let first = named.first, named.count > 1, name.matches.first == first,
      named[1].preference == first.preference
    {
      throw .ambiguous(name, named.compactMap { catalog.measure($0.target) })
    }
    for match in name.matches {
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
    case .restricted(let inner, _), .negated(let inner): firstMeasure(in: inner)
    case .operation(_, let left, let right, _): firstMeasure(in: left) ?? firstMeasure(in: right)
    case .number: nil
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

  /// The value of a stored measure (`expression` is `nil`) or of an expression over measures.
  private mutating func value(
    of expression: Query.Expression?,
    for measure: Measure,
    restriction: Condition?,
    in draft: inout ResolvedQuery,
    _ name: Name
  ) throws(Diagnostic) -> ResolvedQuery.Value {
    guard let expression else {
      return draft.figure(ResolvedQuery.Figure(measure: measure, restriction: restriction))
    }
    switch expression {
    case .measure(let inner):
      guard
        let stored = inner.matches.first(where: { $0.kind == .measure })
          .flatMap({ catalog.measure($0.target) })
      else { throw .brokenFormula(measure, "no measure `\(inner.text)`", at: name.span) }
      return try value(
        of: try formula(of: stored, name),
        for: stored,
        restriction: restriction,
        in: &draft,
        name
      )
    case .restricted(let inner, let tree):
      let restriction = Condition.both(restriction, try condition(tree))
      return try value(of: inner, for: measure, restriction: restriction, in: &draft, name)
    case .operation(let sign, let left, let right, _):
      return .operation(
        sign,
        try value(of: left, for: measure, restriction: restriction, in: &draft, name),
        try value(of: right, for: measure, restriction: restriction, in: &draft, name)
      )
    case .number, .negated:
      throw .brokenFormula(measure, "a number stands alone in it", at: name.span)
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

extension Diagnostic {
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
