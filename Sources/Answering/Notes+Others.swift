import Catalog
import Planner
import QueryLanguage
import Results

extension Notes {
  /// That `other` holds different things in different tables, where rows of several tables show it.
  static func others(_ plan: QueryPlan, _ catalog: any CatalogReader) -> [Note] {
    plan.query.keys.compactMap { key in
      guard let dimension = key.dimension else { return nil }
      let frames = [plan.main] + plan.references.map(\.frame)
      let tables = IDSet(
        frames.flatMap(\.figures).flatMap { $0.segments.map(\.candidate.dataset.table) }
      ).elements
      let rest = catalog.members(of: dimension.id).filter { member in
        member.rest == .other && tables.count { catalog.occurs(member.id, in: $0) } > 1
      }
      guard let other = rest.first, differ(tables, dimension, catalog) else { return nil }
      return Note(
        .caveat,
        "\(other.name): what a table does not name, not the same in every table here"
      )
    }
  }

  /// Whether tables name different values.
  private static func differ(
    _ tables: [Int],
    _ dimension: Dimension,
    _ catalog: any CatalogReader
  ) -> Bool {
    let own = IDSet(catalog.members(of: dimension.id).map(\.id))
    let named = tables.map { IDSet(catalog.members(in: $0)).intersection(own) }
    return named.contains { $0 != named[0] }
  }
}
