/// A source with everything that is recorded about it.
package struct SourceDescription: Sendable {
  package let source: Source
  /// `official`, `copy` or `secondary`.
  package let trust: String
  package let note: String
}

extension SourceDescription: StoredValue {
  package static let table = Source.table
  package static let columns = Source.columns + ", note"

  package init?(row: some CatalogRow) {
    guard let source = Source(row: row) else { return nil }
    self.source = source
    trust = row.text(at: 8)
    note = row.text(at: 9)
  }
}
