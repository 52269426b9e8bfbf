/// Something that is not in the data, as what is counted and what is beside it: `removals` and
/// a state.
package struct NotHeldPair: Hashable, Sendable {
  /// The folded name of a dimension, of `period`, or of a word.
  package let beside: String
  /// The id of what is not held.
  package let thing: Int

  /// What a measure may not be held for beside dimensions and words: some of its periods.
  package static let period = "period"
  /// What a measure is not of: people who are somewhere.
  package static let residents = "resident"
}

extension NotHeldPair: StoredValue {
  package static let table = "not_held_pair"
  package static let columns = "beside, thing"

  package init?(row: some CatalogRow) {
    beside = row.text(at: 0)
    thing = row.integer(at: 1)
  }
}
