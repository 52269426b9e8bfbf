/// What the database says about its datasets, collected to be written in the order of the tables'
/// keys.
struct DatasetIndex {
  private var datasets: [(record: DatasetRecord, size: Int)] = []
  private var notes: [DatasetNotes: [[Int]]] = [:]

  mutating func add(_ record: DatasetRecord, _ facts: FactRows, _ summary: FactsSummary) {
    datasets.append((record, facts.count))
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
  }
}
