package import Catalog
package import QueryLanguage

extension QueryPlan {
  /// The plan of a question that is offered instead of another, from its text, so that what is
  /// offered is what was tried; `nil` where the data do not answer it.
  package init?(trying text: String, definitions: [Definition], _ catalog: any CatalogReader) {
    guard case .success(let plan) = Self.trying(text, definitions: definitions, catalog) else {
      return nil
    }
    self = plan
  }

  /// The same with why it is refused; `nil` where the text is no question.
  static func trying(
    _ text: String,
    definitions: [Definition],
    _ catalog: any CatalogReader
  ) -> Result<QueryPlan, Refusal>? {
    guard
      let query = try? Query(parsing: text, catalog: catalog, definitions: definitions),
      let resolved = try? query.resolved(against: catalog)
    else { return nil }
    return Result { () throws(Refusal) in try QueryPlan(planning: resolved, catalog) }
  }
}
