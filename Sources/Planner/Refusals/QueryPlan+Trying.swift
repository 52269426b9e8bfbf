package import Catalog
package import QueryLanguage

extension QueryPlan {
  /// The plan of a question that is offered instead of another, from its text, so that what is
  /// offered is what was tried; `nil` where the data do not answer it.
  package init?(trying text: String, definitions: [Definition], _ catalog: any CatalogReader) {
    guard
      let query = try? Query(
        parsing: text,
        catalog: catalog,
        definitions: definitions,
        suggesting: false
      ),
      let resolved = try? query.resolved(against: catalog),
      let plan = try? QueryPlan(planning: resolved, catalog)
    else { return nil }
    self = plan
  }
}
