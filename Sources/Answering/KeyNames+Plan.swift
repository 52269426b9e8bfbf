package import Catalog
package import Planner
package import SQLCompiler

extension KeyNames {
  /// As the answer to a plan names them.
  package init(of plan: QueryPlan, _ catalog: any CatalogReader) {
    self.init(sources: RowSources.names(plan, catalog).map { ($0.source, $0.name) })
  }
}
