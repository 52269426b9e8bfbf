import Catalog
import Store

/// What tables are called.
struct TableNames {
  private let keys: [Int: String]

  init(_ catalog: StoredCatalog) {
    keys = catalog.datasetKeys()
  }

  func name(of dataset: Dataset) -> String { keys[dataset.id] ?? "" }
}
