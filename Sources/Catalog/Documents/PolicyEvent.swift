/// A dated event of policy.
package struct PolicyEvent: Sendable {
  package let key: String
  /// `2021-01-20`, `2021-01` or `2021`.
  package let date: String
  package let name: String
  /// The administration that begins; empty when it is not an inauguration.
  package let era: String
  package let description: String
  /// Id of a source or of a document.
  package let source: String
}

extension PolicyEvent: StoredValue {
  package static let table = "event"
  package static let columns = "key, date, name, era, description, source"

  package init(row: some CatalogRow) {
    key = row.text(at: 0)
    date = row.text(at: 1)
    name = row.text(at: 2)
    era = row.text(at: 3)
    description = row.text(at: 4)
    source = row.text(at: 5)
  }
}
