import Catalog
package import Diagnostics

/// Sums of products of measures and numbers: `encounters(at ports) / encounters`.
extension Parser {
  package mutating func expression() throws(Diagnostic) -> Query.Expression {
    let start = position
    var left = try term()
    while let sign = sign(.plus, .minus) {
      let right = try term()
      left = .operation(sign, left, right, span(from: start))
    }
    return left
  }

  private mutating func term() throws(Diagnostic) -> Query.Expression {
    let start = position
    var left = try factor()
    while let sign = sign(.star, .slash) {
      let right = try factor()
      left = .operation(sign, left, right, span(from: start))
    }
    return left
  }

  private mutating func factor() throws(Diagnostic) -> Query.Expression {
    let start = position
    try enter()
    defer { depth -= 1 }
    if skip(.minus) {
      let inner = try factor()
      return .negated(inner, span(from: start))
    }
    if skip(.leftBracket) {
      let inner = try expression()
      guard skip(.rightBracket) else { throw .openBracket(at: currentSpan) }
      return inner
    }
    if let fold = try fold() { return fold }
    try countOperand(at: currentSpan)
    if let named = longest(of: lookAhead { $0.defined() }, lookAhead { $0.namedMeasure() }) {
      return try restricted(named)
    }
    if let token = current, case .number(let number) = token.kind, !startsPeriod {
      advance()
      return .number(number, token.span)
    }
    return try restricted(try measure())
  }

  private mutating func namedMeasure() -> Query.Expression? { name(.measures).map { .measure($0) } }

  /// `2024 removals`: a year where a measure is expected is not a number.
  private var startsPeriod: Bool {
    guard let next = peek(1), case .word(let word) = next.kind else { return false }
    return !Keywords.contains(word) && !Judgment.words.contains(word)
  }

  // MARK: Restrictions

  /// `(at ports, southwest)` or `(where citizenship != mexico)` directly after a measure.
  private mutating func restricted(
    _ measure: Query.Expression
  ) throws(Diagnostic) -> Query.Expression {
    guard skip(.leftBracket) else { return measure }
    let restriction: Query.Restriction =
      skip(word: "where")
      ? .condition(try condition())
      : .values(
        try list { parser throws(Diagnostic) in
          try parser.countOperand(at: parser.currentSpan)
          return try parser.value()
        }
      )
    guard skip(.rightBracket) else { throw .openBracket(at: currentSpan) }
    return .restricted(measure, restriction)
  }

  // MARK: Folds

  /// `max(encounters by month)`
  private mutating func fold() throws(Diagnostic) -> Query.Expression? {
    guard let word = current?.word, let function = Query.FoldFunction(rawValue: word),
      peek(1)?.kind == .leftBracket
    else { return nil }
    let start = position
    advance()
    advance()
    let inner = try expression()
    guard skip(word: "by") else {
      let clause = current?.word.flatMap { Clauses.clause(startingWith: $0) == nil ? nil : $0 }
      throw .foldWithoutUnit(function, inner, before: clause, at: currentSpan)
    }
    guard let unit = timeUnit() else {
      throw .expected("a unit of time (`month`, `quarter`, `fy`, `cy`)", at: currentSpan)
    }
    guard skip(.rightBracket) else { throw .openBracket(at: currentSpan) }
    return .fold(function, inner, unit, span(from: start))
  }

  private mutating func sign(_ kinds: Token.Kind...) -> Query.Operator? {
    guard let kind = current?.kind, kinds.contains(kind) else { return nil }
    advance()
    switch kind {
    case .plus: return .add
    case .minus: return .subtract
    case .star: return .multiply
    default: return .divide
    }
  }
}

extension Diagnostic {
  fileprivate static func openBracket(at span: SourceSpan) -> Diagnostic {
    expected("`)`", at: span, hint: "a bracket opened before is not closed")
  }

  fileprivate static func foldWithoutUnit(
    _ function: Query.FoldFunction,
    _ inner: Query.Expression,
    before clause: String?,
    at span: SourceSpan
  ) -> Diagnostic {
    let fold = "\(function.rawValue)(\(inner.spelling) by month)"
    return expected(
      "`by` and a unit of time",
      at: span,
      hint: clause.map { "`\($0)` goes outside the brackets, as in `\(fold) \($0) …`" }
        ?? "`\(function.rawValue)` needs finer periods, as in `\(fold)`"
    )
  }
}
