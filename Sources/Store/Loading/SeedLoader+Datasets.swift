extension SeedLoader {
  /// `datasets.csv` and the data files, subject by subject, so that each fact table is written in
  /// the order of its key.
  func loadDatasets(progress: (BuildProgress) -> Void) throws {
    let catalog = try catalogOfDatasets()
    let files = try dataFiles(of: catalog)
    let bytesInAll = files.reduce(0) { $0 + $1.size }
    var index = DatasetIndex(nextRollup: catalog.count + 1)
    var (rows, bytes) = (0, 0)
    for table in tables(of: catalog) {
      var rollups: [RollupEntry] = []
      for (number, dataset) in catalog.enumerated() where dataset.table == table {
        let entry = DatasetEntry(dataset, id: number + 1, in: self)
        let facts = try load(entry, from: files[number].path, into: &index)
        rollups += Rollup.all(of: facts, sums: sums(of: dataset)).map { ($0, entry) }
        rows += facts.count
        bytes += files[number].size
        progress(BuildProgress(rows: rows, bytes: bytes, bytesInAll: bytesInAll))
      }
      try load(rollups, into: &index)
    }
    try index.write(to: database, supersededBy: datasetKeys)
  }

  private typealias RollupEntry = (rollup: Rollup, base: DatasetEntry)

  private func load(
    _ entry: DatasetEntry,
    from path: String,
    into index: inout DatasetIndex
  ) throws -> FactRows {
    let facts = try FactReader.rows(of: entry.published, in: path, loader: self)
    let order = try order(of: facts, entry)
    try facts.checkPartition(order, path: path)
    try write(facts, order, of: entry, into: &index)
    return facts
  }

  private func load(_ rollups: [RollupEntry], into index: inout DatasetIndex) throws {
    for (rollup, base) in rollups {
      let entry = base.rolledUp(by: rollup, id: index.takeRollupNumber())
      let order = try order(of: rollup.facts, entry)
      try write(rollup.facts, order, of: entry, into: &index)
      try entry.checkSums(against: base, in: database)
    }
  }

  /// The order of the fact table's key, in which the dimensions are in the order of the table.
  private func order(of facts: FactRows, _ entry: DatasetEntry) throws -> FactOrder {
    let columns = try factColumns(of: entry.published.table)
    let places = entry.dimensionKeys.map { columns.firstIndex(of: $0) ?? 0 }
    return FactOrder(facts, columns: places.indices.sorted { places[$0] < places[$1] })
  }

  private func write(
    _ facts: FactRows,
    _ order: FactOrder,
    of entry: DatasetEntry,
    into index: inout DatasetIndex
  ) throws {
    index.add(entry, facts, in: self)
    let writer = try FactWriter(
      facts,
      dataset: entry.id,
      table: entry.published.table,
      dimensions: entry.dimensionKeys,
      measures: entry.measureKeys,
      database: database
    )
    try writer.write(order)
  }

  /// The places of the measures whose figures may be added.
  private func sums(of dataset: PublishedDataset) -> [Int] {
    dataset.measures.indices.filter { measures[dataset.measures[$0] - 1].isSum }
  }

  /// Fact tables in the order in which datasets come to them.
  private func tables(of catalog: [PublishedDataset]) -> [String] {
    var tables: [String] = []
    for dataset in catalog where !tables.contains(dataset.table) { tables.append(dataset.table) }
    return tables
  }
}
