/// Words that people type and that are no name of the catalog, with what to show for them.
package struct Phrase: Hashable, Sendable {
  package let id: Int
  package let phrase: String
  /// A measure, `dimension=member`, or `measure where …`; empty when nothing is held.
  package let means: String
  package let note: String

  package init(id: Int, phrase: String, means: String, note: String) {
    self.id = id
    self.phrase = phrase
    self.means = means
    self.note = note
  }

  /// Whether it says which (`dimension=member`) and not what to count.
  package var standsForValue: Bool {
    means.utf8.contains(UInt8(ascii: "=")) && !means.split(separator: " ").contains("where")
  }
}
