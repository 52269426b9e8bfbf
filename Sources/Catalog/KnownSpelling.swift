/// A spelling as the catalog writes it.
package struct KnownSpelling: Hashable, Sendable {
  package let key: String
  package let text: String
  package let match: NameMatch

  package init(key: String, text: String, match: NameMatch) {
    self.key = key
    self.text = text
    self.match = match
  }
}
