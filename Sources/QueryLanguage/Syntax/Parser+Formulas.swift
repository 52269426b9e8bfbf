package import Catalog
package import Diagnostics

extension Query.Expression {
  /// Reads a formula of the catalog or the meaning of a phrase:
  /// `h2a_visas + h2b_visas`, `encounters where component = usbp`.
  package init(formula: String, catalog: any CatalogReader) throws(Diagnostic) {
    var parser = try Parser(formula, catalog: catalog)
    self = try parser.formula()
    guard parser.isAtEnd else { throw .expected("the end of the formula", at: parser.currentSpan) }
  }
}

extension Parser {
  fileprivate mutating func formula() throws(Diagnostic) -> Query.Expression {
    var left = try formulaTerm()
    while let sign = sign(.plus, .minus) {
      let right = try formulaTerm()
      left = .operation(sign, left, right, span(from: 0))
    }
    guard skip(word: "where") else { return left }
    return .restricted(left, try condition())
  }

  private mutating func formulaTerm() throws(Diagnostic) -> Query.Expression {
    var left = try formulaFactor()
    while let sign = sign(.star, .slash) {
      left = .operation(sign, left, try formulaFactor(), span(from: 0))
    }
    return left
  }

  private mutating func formulaFactor() throws(Diagnostic) -> Query.Expression {
    if skip(.leftBracket) {
      let inner = try formula()
      guard skip(.rightBracket) else { throw .expected("`)`", at: currentSpan) }
      return inner
    }
    if let token = current, case .number(let number) = token.kind {
      advance()
      return .number(number, token.span)
    }
    return try measure()
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
