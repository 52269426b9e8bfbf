internal import Catalog

/// What the database says about its datasets, collected to be written in the order of the tables'
/// keys.
struct DatasetIndex {
  private var datasets: [(record: DatasetRecord, size: Int)] = []
  private var notes: [DatasetNotes: [[Int]]] = [:]
  private var checksums: [TableChecksum] = []

  mutating func add(_ record: DatasetRecord, _ facts: FactRows, _ written: FactSink) {
    let summary = written.summary
    datasets.append((record, facts.count))
    if let sum = written.sum { checksums.append(TableChecksum(record.key, sum)) }
    record.noteMeasures(summary) { notes[$0, default: []].append($1) }
    record.noteDimensions(summary) { notes[$0, default: []].append($1) }
    notes[.members, default: []] += facts.occurringMembers(record.table.time).map {
      [record.id, $0.member, $0.first, $0.last]
    }
  }

  func write(to database: Database) throws {
    let writer = TableWriter("dataset", of: database)
    let texts = TableWriter("dataset_text", of: database)
    for (record, size) in datasets.sorted(by: { $0.record.id < $1.record.id }) {
      try writer.insert(record.row(size: size))
      try texts.insert(record.text)
    }
    for table in DatasetNotes.allCases {
      let writer = TableWriter(table.rawValue, of: database)
      for row in (notes[table] ?? []).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        try writer.insert(row, columns: table.columns)
      }
    }
    let sums = TableWriter("checksum", of: database)
    for checksum in checksums { try sums.insert(checksum.row) }
    try writeMeasureTables(to: database)
    try writeMeasureDimensions(to: database)
  }

  /// By what each measure can be read at all: so a question does not have to look at every table.
  private func writeMeasureDimensions(to database: Database) throws {
    let columns = DatasetNotes.measures.columns
    guard let measure = columns.firstIndex(of: "measure"),
      let superseded = columns.firstIndex(of: "superseded"),
      let dimensions = columns.firstIndex(of: "dimension_bits")
    else { return }
    var bits: [Int: Int] = [:]
    for row in notes[.measures] ?? [] where row[superseded] == 0 {
      bits[row[measure], default: 0] |= row[dimensions]
    }
    let writer = TableWriter("measure_dimensions", of: database)
    for row in bits.sorted(by: { $0.key < $1.key }) {
      try writer.insert([row.key, row.value], columns: ["measure", "dimension_bits"])
    }
  }

  private func writeMeasureTables(to database: Database) throws {
    let catalog = StoredCatalog(database)
    let update = try database.prepare("UPDATE measure SET scope = ?2, times = ?3 WHERE id = ?1")
    for measure in Set((notes[.measures] ?? []).map { $0[0] }).sorted() {
      let tables = MeasureTables(of: catalog.holdings(of: measure).map(\.dataset))
      update.bind(measure, at: 0)
      update.bind(tables.scope.text, at: 1)
      update.bind(tables.times.map(\.rawValue).joined(separator: " "), at: 2)
      _ = try update.step()
      update.reset()
    }
  }
}
