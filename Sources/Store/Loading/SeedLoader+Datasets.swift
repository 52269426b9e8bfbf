extension SeedLoader {
  /// `datasets.csv` and the data files, subject by subject, so that each fact table is written in
  /// the order of its key.
  func loadDatasets(progress: (BuildProgress) -> Void) throws {
    let catalog = try catalogOfDatasets()
    let files = try dataFiles(of: catalog)
    let bytesInAll = files.reduce(0) { $0 + $1.size }
    var index = DatasetIndex()
    // Rollups are numbered after all published tables.
    var nextRollup = catalog.count + 1
    var (rows, bytes) = (0, 0)
    for table in tables(of: catalog) {
      var rollups: [RollupOfTable] = []
      for (number, dataset) in catalog.enumerated() where dataset.table == table {
        let facts = try FactReader.rows(of: dataset, in: files[number].path, loader: self)
        let record = DatasetRecord(dataset, id: number + 1, facts, in: self)
        let sums = try write(facts, of: record, from: files[number].path, into: &index)
        rollups += Rollup.all(of: facts, sums: self.sums(of: dataset)).map { ($0, record, sums) }
        rows += facts.count
        bytes += files[number].size
        progress(BuildProgress(rows: rows, bytes: bytes, bytesInAll: bytesInAll))
      }
      for rollup in rollups {
        try write(rollup, id: nextRollup, into: &index)
        nextRollup += 1
      }
    }
    try index.write(to: database)
  }

  /// A rollup with the record of its base and the sums of the base's measures.
  private typealias RollupOfTable = (rollup: Rollup, base: DatasetRecord, sums: [Int])

  /// Checks and writes the rows of a data file, and returns the sums of its measures.
  private func write(
    _ facts: FactRows,
    of record: DatasetRecord,
    from path: String,
    into index: inout DatasetIndex
  ) throws -> [Int] {
    let order = try order(of: facts, record)
    try facts.checkPartition(order, path: path)
    let written = try write(facts, order, of: record)
    index.add(record, facts, written)
    return written.summary.measures.map(\.sum)
  }

  private func write(_ entry: RollupOfTable, id: Int, into index: inout DatasetIndex) throws {
    let (rollup, base, sums) = entry
    let record = base.rollup(id: id, keeping: rollup.dimensions, measures: rollup.measures)
    let sink = try write(rollup.facts, order(of: rollup.facts, record), of: record)
    try sink.check(addsUpTo: rollup.measures.map { sums[$0] })
    index.add(record, rollup.facts, sink)
  }

  private func write(
    _ facts: FactRows,
    _ order: FactOrder,
    of record: DatasetRecord
  ) throws -> FactSink {
    let sink = try FactSink(record, hasHedges: facts.isHedged, isSummed: true, database)
    try sink.fill { try facts.give(order, to: $0) }
    return sink
  }

  /// The order of the fact table's key, in which the dimensions are in the order of the table.
  private func order(of facts: FactRows, _ record: DatasetRecord) throws -> FactOrder {
    let columns = try factColumns(of: record.table.facts)
    let places = record.dimensions.map { columns.firstIndex(of: $0.key) ?? 0 }
    return FactOrder(facts, columns: places.indices.sorted { places[$0] < places[$1] })
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
