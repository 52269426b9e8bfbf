/// A document whose statements are held.
package struct Document: Sendable {
  /// `dhs-fact-sheet-2024-06-04`
  package let key: String
  /// Empty when the copy held does not name it.
  package let publisher: String
  package let title: String
  /// `2024-06-04` or `2024-12`.
  package let published: String
  /// `stated`, or how the date was inferred.
  package let dateBasis: String
  package let note: String
}

extension Document: StoredValue {
  package static let table = "document"
  package static let columns = "key, publisher, title, published, date_basis, note"

  package init(row: some CatalogRow) {
    key = row.text(at: 0)
    publisher = row.text(at: 1)
    title = row.text(at: 2)
    published = row.text(at: 3)
    dateBasis = row.text(at: 4)
    note = row.text(at: 5)
  }
}
