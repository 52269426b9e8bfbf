/// The first ids of imported things: ids of shipped things are smaller, so that an id alone tells
/// in which file its row is.
package enum ImportedID {
  /// The first id of a dataset, source or member.
  package static let first = 10_000
  /// The first id of a measure or dimension.
  package static let firstMeasure = 1_000
}

extension Dataset {
  package var isImported: Bool { id >= ImportedID.first }

  /// The name of the fact table of an imported dataset and its rollups; `nil` for shipped datasets,
  /// whose facts are in the table of their subject.
  package var ownFactTable: String? { isImported ? "facts_\(table)" : nil }

  /// The id of the published table: for a rollup that of its base, otherwise its own.
  package var table: Int { rollupOf == 0 ? id : rollupOf }
}
