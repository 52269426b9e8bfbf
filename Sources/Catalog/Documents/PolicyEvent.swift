/// A dated event of policy.
package struct PolicyEvent: Sendable {
  package let key: String
  /// `2021-01-20`, `2021-01` or `2021`.
  package let date: String
  package let name: String
  /// The administration that begins; empty when it is no inauguration.
  package let era: String
  package let description: String
  /// Id of a source or of a document.
  package let source: String

  package init(
    key: String,
    date: String,
    name: String,
    era: String,
    description: String,
    source: String
  ) {
    self.key = key
    self.date = date
    self.name = name
    self.era = era
    self.description = description
    self.source = source
  }
}
