/// Words that people type and that are not a name of the catalog, with what to show for them.
package struct Phrase: Hashable, Sendable {
  package let id: Int
  package let phrase: String
  /// A measure, `dimension=member`, or `measure where …`; empty when nothing is held.
  package let means: String
  package let note: String

  /// Whether it means a value (`dimension=member`) and not a measure.
  package var standsForValue: Bool {
    means.utf8.contains(UInt8(ascii: "=")) && !means.split(separator: " ").contains("where")
  }
}

extension Phrase: StoredValue {
  package static let table = "phrase"
  package static let columns = "id, phrase, means, note"

  package init?(row: some CatalogRow) {
    id = row.integer(at: 0)
    phrase = row.text(at: 1)
    means = row.text(at: 2)
    note = row.text(at: 3)
  }
}
