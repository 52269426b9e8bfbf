/// Where the numbers of imported things begin: those that come with the program stay below, so that
/// a number alone tells where its row is.
package enum ImportedID {
  /// The first number of a dataset, source or member.
  package static let first = 10_000
  /// The first number of a measure or dimension.
  package static let firstMeasure = 1_000
}

extension Dataset {
  package var isImported: Bool { id >= ImportedID.first }

  /// The name of the fact table that an imported dataset has for itself and its rollups; `nil` for
  /// those that come with the program, whose facts lie in the table of their subject.
  package var ownFactTable: String? { isImported ? "facts_\(table)" : nil }

  /// The id of the published table: its own, or of a rollup that of its base.
  package var table: Int { rollupOf == 0 ? id : rollupOf }
}
