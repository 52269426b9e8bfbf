/// Something that is not in the data, as what is counted and what is beside it: `removals` and
/// a state.
package struct NotHeldPair: Hashable, Sendable {
  /// The id of the measure of what is counted.
  package let measure: Int
  /// The folded name of a dimension, of `period`, or of a word.
  package let beside: String
  /// The id of what is not held.
  package let thing: Int
  /// What is shown instead, the first that has an answer: `MEASURE for VALUES by DIMENSION`,
  /// several between `; `. Empty where nothing comes near enough.
  package let instead: String
  /// What is said with what is shown instead.
  package let note: String

  /// What a measure may not be held for beside dimensions and words: some of its periods.
  package static let period = "period"
  /// What a measure is not of: people who are somewhere.
  package static let residents = "resident"
}

extension NotHeldPair: StoredValue {
  package static let table = "not_held_pair"
  package static let columns = "measure, beside, thing, instead, note"

  package init?(row: some CatalogRow) {
    measure = row.integer(at: 0)
    beside = row.text(at: 1)
    thing = row.integer(at: 2)
    instead = row.text(at: 3)
    note = row.text(at: 4)
  }
}
