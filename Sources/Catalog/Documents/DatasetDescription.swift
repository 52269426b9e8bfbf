/// A published table with everything that is said of it.
package struct DatasetDescription: Sendable {
  package let dataset: Dataset
  package let key: String
  package let title: String
  package let note: String
  /// The dataset that took its place; 0 when there is none.
  package let supersededBy: Int

  package init(
    dataset: Dataset,
    key: String,
    title: String,
    note: String,
    supersededBy: Int
  ) {
    self.dataset = dataset
    self.key = key
    self.title = title
    self.note = note
    self.supersededBy = supersededBy
  }
}
