import Catalog

/// What the figures of a declared table are of although nothing says so, since all shipped tables
/// by one of its dimensions are: those by sector are of the Border Patrol.
struct ImpliedScope {
  let entries: [Dataset.ScopeEntry]
  /// For each, the name of the dimension that implies it.
  private let causes: [String]

  init(
    of measures: [Measure],
    by dimensions: [Int],
    beside declared: [Dataset.ScopeEntry],
    _ catalog: any CatalogReader
  ) {
    var entries: [Dataset.ScopeEntry] = []
    var causes: [String] = []
    let told = IDSet(dimensions + declared.map(\.dimension))
    for dimension in dimensions {
      for entry in Self.common(measures, dimension, catalog)
      where !told.contains(entry.dimension) && !entries.contains(entry) {
        entries.append(entry)
        causes.append(catalog.dimension(dimension)?.name ?? "")
      }
    }
    self.entries = entries
    self.causes = causes
  }

  /// What every shipped table of the measures by a dimension is limited to.
  private static func common(
    _ measures: [Measure],
    _ dimension: Int,
    _ catalog: any CatalogReader
  ) -> [Dataset.ScopeEntry] {
    let tables = measures.flatMap { catalog.holdings(of: $0.id) }.map(\.dataset).filter {
      $0.id < ImportedID.first && $0.rollupOf == 0 && $0.dimensions.contains(dimension)
    }
    guard let first = tables.first else { return [] }
    return first.scope.filter { entry in tables.allSatisfy { $0.scope.contains(entry) } }
  }

  /// What is said of it: `kept to Border Patrol, as every table by sector is`.
  func remarks(_ catalog: any CatalogReader) -> [String] {
    zip(entries, causes).compactMap { entry, cause in
      guard let member = catalog.member(entry.member),
        let dimension = catalog.dimension(entry.dimension)
      else { return nil }
      return "of \(member.name) only, as every shipped table by \(cause) is; "
        + "--scope \(dimension.key)=VALUE says otherwise"
    }
  }
}
