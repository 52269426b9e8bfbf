import Catalog
import Store

/// The names of tables.
struct TableNames {
  private let keys: [Int: String]

  init(_ catalog: StoredCatalog) {
    keys = catalog.datasetKeys()
  }

  func name(of dataset: Dataset) -> String { keys[dataset.id] ?? "" }
}
