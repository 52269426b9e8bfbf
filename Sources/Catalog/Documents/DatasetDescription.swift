/// A published table with everything that is recorded about it.
package struct DatasetDescription: Sendable {
  package let dataset: Dataset
  package let key: String
  package let title: String
  package let note: String
  /// The dataset that superseded it; 0 when there is none.
  package let supersededBy: Int
}

extension DatasetDescription {
  /// The columns in SQL, in the order in which ``init(row:)`` reads them.
  package static let columns = Dataset.columns + ", key, title, note, superseded_by"

  /// `nil` where the dataset is of a kind that this program does not know.
  package init?(row: some CatalogRow) {
    guard let dataset = Dataset(row: row) else { return nil }
    self.dataset = dataset
    key = row.text(at: Dataset.columnCount)
    title = row.text(at: Dataset.columnCount + 1)
    note = row.text(at: Dataset.columnCount + 2)
    supersededBy = row.integer(at: Dataset.columnCount + 3)
  }
}
