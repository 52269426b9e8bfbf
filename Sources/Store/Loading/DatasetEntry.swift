/// A published table or a rollup of one, as stored in the database.
struct DatasetEntry {
  let published: PublishedDataset
  let id: Int
  let key: String
  /// The id of the base; 0 = published as it is.
  let rollupOf: Int
  let dimensions: [Int]
  let dimensionKeys: [String]
  let measures: [Int]
  let measureKeys: [String]

  init(_ published: PublishedDataset, id: Int, in loader: SeedLoader) {
    self.published = published
    self.id = id
    key = published.key
    rollupOf = 0
    dimensions = published.dimensions
    dimensionKeys = dimensions.map { loader.dimensions[$0 - 1].key }
    measures = published.measures
    measureKeys = measures.map { loader.measures[$0 - 1].key }
  }

  private init(_ base: DatasetEntry, _ rollup: Rollup, id: Int) {
    let kept = rollup.dimensions
    published = base.published
    self.id = id
    rollupOf = base.id
    dimensions = kept.map { base.dimensions[$0] }
    dimensionKeys = kept.map { base.dimensionKeys[$0] }
    measures = rollup.measures.map { base.measures[$0] }
    measureKeys = rollup.measures.map { base.measureKeys[$0] }
    key =
      base.key + "/" + (dimensionKeys.isEmpty ? "total" : dimensionKeys.joined(separator: "+"))
  }

  func rolledUp(by rollup: Rollup, id: Int) -> DatasetEntry {
    DatasetEntry(self, rollup, id: id)
  }

  /// Compares what SQLite adds up of a rollup and of its base, as they are stored.
  func checkSums(against base: DatasetEntry, in database: Database) throws {
    let sums = measureKeys.map { "sum(\(sqlName($0)))" }
    let statement = try database.prepare(
      """
      SELECT \(sums.joined(separator: ", "))
      FROM \(sqlName(published.table))
      WHERE dataset = ?
      """
    )
    let ours = try Self.row(of: statement, dataset: id)
    let theirs = try Self.row(of: statement, dataset: base.id)
    guard ours == theirs else {
      preconditionFailure("the rollup \(key) does not add up to its base \(base.key)")
    }
  }

  private static func row(of statement: Statement, dataset: Int) throws -> [String] {
    statement.bind(dataset, at: 0)
    defer { statement.reset() }
    _ = try statement.step()
    return (0..<statement.columnCount).map { statement.text(at: $0) }
  }
}
