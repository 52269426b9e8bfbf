package import Catalog
package import Store

extension StoredCatalog {
  /// What holds for a whole table, as a question says it: ` where "border" = "southwest"`; empty
  /// where nothing does.
  package func clause(of scope: [Dataset.ScopeEntry]) -> String {
    let tests = scope.compactMap { entry -> String? in
      guard let dimension = dimension(entry.dimension), let member = member(entry.member) else {
        return nil
      }
      // What was imported goes by its label, which may be told from others by signs alone.
      let value = member.id < ImportedID.first ? member.key : member.name
      return "\"\(dimension.key)\" = \"\(value)\""
    }
    return tests.isEmpty ? "" : " where " + tests.joined(by: " and ")
  }
}
