import Catalog
import Diagnostics

extension Scope {
  /// What a name counts: a measure, expanded to an expression where it has a formula or is a
  /// phrase.
  mutating func meaning(
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
      case .dimension, .member, .group, .notHeld, .word, .event, .administration: continue
      }
    }
    throw .unknown("measure", name, near: [])
  }

  mutating func meaning(
    of phrase: Phrase,
    _ name: Name
  ) throws(Diagnostic) -> (Measure, Query.Expression?) {
    guard !phrase.means.isEmpty else { throw .nothingHeld(phrase, name) }
    guard !phrase.standsForValue,
      let expression = try? Query.Expression(formula: phrase.means, catalog: catalog),
      let measure = firstMeasure(in: expression)
    else { throw .valueAsMeasure(name) }
    if case .measure = expression { return (measure, try formula(of: measure, name)) }
    return (measure, expression)
  }

  func firstMeasure(in expression: Query.Expression) -> Measure? {
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
  func formula(of measure: Measure, _ name: Name) throws(Diagnostic) -> Query.Expression? {
    guard !measure.formula.isEmpty else { return nil }
    do {
      return try Query.Expression(formula: measure.formula, catalog: catalog)
    } catch {
      throw .brokenFormula(measure, error.message, at: name.span)
    }
  }

  func snakeCase(_ label: String) -> String {
    let words = label.lowercased().split { !($0.isLetter || $0.isNumber) }
    return words.isEmpty ? label : words.joined(separator: "_")
  }
}

extension ResolvedQuery {
  /// The index of a figure, which is added when it is new.
  mutating func figure(_ figure: Figure) -> Value {
    if let index = figures.firstIndex(of: figure) { return .figure(index) }
    figures.append(figure)
    return .figure(figures.count - 1)
  }
}

extension ResolvedQuery.Value {
  /// How deeply operations are nested; those that follow one another, as in `a + b - c`, are not
  /// nested.
  var nesting: Int {
    switch self {
    case .figure, .fold, .number: 0
    case .operation: chain.nesting
    }
  }

  private var chain: (nesting: Int, isSum: Bool) {
    guard case .operation(let sign, let left, let right) = self else { return (0, false) }
    let isSum = sign == .add || sign == .subtract
    let own = left.chain
    let before = own.nesting > 0 && own.isSum != isSum ? own.nesting + 1 : max(1, own.nesting)
    return (max(before, right.nesting + 1), isSum)
  }

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
  var leafCount: Int {
    switch self {
    case .measure: 1
    case .number: 0
    case .defined(let definition, _): definition.expression.leafCount
    case .restricted(let inner, _), .negated(let inner, _), .fold(_, let inner, _, _):
      inner.leafCount
    case .operation(_, let left, let right, _): left.leafCount + right.leafCount
    }
  }

  /// The meaning of the name, where an expression is just one name.
  var match: NameMatch? {
    switch self {
    case .measure(let name): name.matches.first
    case .restricted, .defined, .number, .negated, .operation, .fold: nil
    }
  }
}

extension Diagnostic {
  static func nothingCounted(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "nothing-counted",
      kind: .speech,
      "this column counts nothing",
      at: span,
      hint: "a column needs a measure, as in `removals / 12`"
    )
  }

  static func foldInFold(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "fold-in-fold",
      "finer periods are made one figure once, not inside one another",
      at: span
    )
  }

  static func testInsideMeasure(_ test: ColumnTest) -> Diagnostic {
    Diagnostic(
      "test-inside-measure",
      "a test on figures judges finished rows, and goes after the question",
      at: test.span,
      hint: "as in `where \(test.spelling)` at the end"
    )
  }

  static func ambiguous(_ name: Name, _ measures: [Measure]) -> Diagnostic {
    Diagnostic(
      "ambiguous-measure",
      "`\(name.text)` names several things to count",
      at: name.span,
      hint: measures.map { "`\($0.name)`" }.joined(separator: " or ")
    )
  }

  static func nothingHeld(_ phrase: Phrase, _ name: Name) -> Diagnostic {
    Diagnostic(
      "nothing-held",
      "no figure is held for `\(name.text)`",
      at: name.span,
      hint: phrase.note.isEmpty ? nil : phrase.note
    )
  }

  static func brokenFormula(
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
