/// That a dataset holds a measure. For which periods is looked up separately, and only for the few
/// datasets that fit.
package struct Holding: Sendable {
  package let measure: Int
  package let dataset: Dataset
  /// The bit of `withheld` in the fact table that belongs to the measure.
  package let position: Int
  /// Number of cells that the publisher withheld.
  package let withheld: Int
  /// Number of cells left empty.
  package let unpublished: Int
  /// Number of cells with a hedge.
  package let hedged: Int

  package init(
    measure: Int,
    dataset: Dataset,
    position: Int,
    withheld: Int,
    unpublished: Int,
    hedged: Int
  ) {
    self.measure = measure
    self.dataset = dataset
    self.position = position
    self.withheld = withheld
    self.unpublished = unpublished
    self.hedged = hedged
  }
}

extension Holding {
  /// The columns in SQL, in the order in which ``init(row:measure:)`` reads them.
  package static let columns = Dataset.columns + ", position, withheld, unpublished, hedged"

  /// The row of a dataset and of what it holds of a measure; `nil` where the dataset is of a kind
  /// that this program does not know.
  package init?(row: some CatalogRow, measure: Int) {
    guard let dataset = Dataset(row: row) else { return nil }
    self.measure = measure
    self.dataset = dataset
    position = row.integer(at: Dataset.columnCount)
    withheld = row.integer(at: Dataset.columnCount + 1)
    unpublished = row.integer(at: Dataset.columnCount + 2)
    hedged = row.integer(at: Dataset.columnCount + 3)
  }
}
