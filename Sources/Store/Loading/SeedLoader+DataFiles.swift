import Diagnostics

extension SeedLoader {
  /// The rows of `datasets.csv`. A table may be superseded by a later one.
  func catalogOfDatasets() throws -> [PublishedDataset] {
    let columns =
      "id,source,title,time,dimensions,measures,scope,from,to,rounding,absent,complete,rank,"
      + "series,transition_quarter,status,superseded_by,note"
    let rows = try rows(of: "catalog/datasets.csv", columns: columns)
    for row in rows { _ = try datasetKeys.add(row) }
    let successors = try rows.map { try datasetKeys.optional($0, "superseded_by") }
    if let index = firstInCircle(successors) {
      throw rows[index].error("superseded_by", "`\(rows[index]["id"])` is superseded by itself")
    }
    return try rows.map { try PublishedDataset($0, in: self) }
  }

  /// The file of each dataset, found by its name in any folder below `datasets`.
  func dataFiles(of catalog: [PublishedDataset]) throws -> [FoundFile] {
    let ending = ".csv"
    var found: [String: FoundFile] = [:]
    for file in try files(below: folder + "/datasets", ending: ending) {
      let key = String(file.name.dropLast(ending.count))
      guard datasetKeys[key] != nil else {
        throw FileMistake(
          file.path,
          "no dataset `\(key)` in catalog/datasets.csv",
          hint: nearestHint(to: key, among: datasetKeys.keys)
        )
      }
      if let other = found.updateValue(file, forKey: key) {
        throw FileMistake(file.path, "a second file of the dataset, beside \(other.path)")
      }
    }
    return try catalog.map { dataset in
      guard let file = found[dataset.key] else {
        throw dataset.row.error("id", "no file `\(dataset.key).csv` below datasets/")
      }
      return file
    }
  }

  /// The columns of a fact table, looked up once.
  func factColumns(of table: String) throws -> [String] {
    if let columns = knownColumns[table] { return columns }
    let columns = try database.columns(of: table)
    knownColumns[table] = columns
    return columns
  }
}
