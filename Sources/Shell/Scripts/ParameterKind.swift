package import Catalog
import QueryLanguage

/// What the value of a parameter is.
package enum ParameterKind: String {
  case number, period, name

  package init?(_ value: String, _ catalog: any CatalogReader) {
    guard let parser = try? Parser(value, catalog: catalog) else { return nil }
    if parser.isOnePeriod {
      self = .period
      return
    }
    self = (try? Parser.isNumber(value, catalog)) == true ? .number : .name
  }
}
