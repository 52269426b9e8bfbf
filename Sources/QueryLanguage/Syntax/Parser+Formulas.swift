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
  /// An expression that `where` at its end restricts as a whole.
  fileprivate mutating func formula() throws(Diagnostic) -> Query.Expression {
    let whole = try expression()
    guard skip(word: "where") else { return whole }
    return .restricted(whole, .condition(try condition()))
  }
}
