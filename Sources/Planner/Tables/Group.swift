import Catalog

/// The candidates of one table, or of one source, among which a choice is made separately.
struct Group {
  /// The id that they share.
  let key: Int
  private var choice: TableChoice
  /// Their places among all candidates.
  let indices: [Int]

  /// The groups in the order of the best of each.
  static func all(
    of candidates: [Candidate],
    by key: (Candidate) -> Int,
    kind: Measure.Kind,
    _ catalog: any CatalogReader,
    _ values: ValuesOfRows
  ) -> [Group] {
    var keys: [Int] = []
    for candidate in candidates where !keys.contains(key(candidate)) {
      keys.append(key(candidate))
    }
    return keys.map { own in
      let indices = candidates.indices.filter { key(candidates[$0]) == own }
      return Group(indices, of: candidates, kind, catalog, values, key: own)
    }
  }

  init(
    _ indices: [Int],
    of candidates: [Candidate],
    _ kind: Measure.Kind,
    _ catalog: any CatalogReader,
    _ values: ValuesOfRows,
    key: Int = 0
  ) {
    self.key = key
    self.indices = indices
    choice = TableChoice(
      candidates: indices.map { candidates[$0] },
      kind: kind,
      catalog: catalog,
      values: values
    )
  }

  func uses(for days: DaySet) -> [TableDays] {
    choice.uses(for: days).map { TableDays(candidate: indices[$0.candidate], days: $0.days) }
  }
}
