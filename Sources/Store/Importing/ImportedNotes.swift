internal import Catalog

/// Writes what the catalog says of imported datasets.
final class ImportedNotes {
  private let datasets: TableWriter
  private let texts: TableWriter
  private let notes: [DatasetNotes: TableWriter]

  init(in database: Database) {
    let file = Database.importedName
    datasets = TableWriter("dataset", in: file, of: database)
    texts = TableWriter("dataset_text", in: file, of: database)
    notes = Dictionary(
      uniqueKeysWithValues: DatasetNotes.allCases.map {
        ($0, TableWriter($0.rawValue, in: file, of: database))
      }
    )
  }

  /// `watch` is called now and then, and stops by throwing.
  func add(_ record: DatasetRecord, _ summary: FactsSummary, _ watch: () throws -> Void) throws {
    try addMeasures(record, summary)
    try record.noteDimensions(summary, take: insert)
    // For imported tables it is not recorded in which years a value has figures.
    let years = record.years(of: summary)
    for dimension in record.dimensions {
      for (place, member) in dimension.members.enumerated() {
        if place % 8_192 == 8_191 { try watch() }
        try insert(.members, [record.id, member, years.first, years.last])
      }
    }
  }

  /// Only what is said of a dataset as a whole and of its measures.
  func addMeasures(_ record: DatasetRecord, _ summary: FactsSummary) throws {
    try datasets.insert(record.row(size: summary.size))
    if record.rollupOf == 0 { try texts.insert(record.text) }
    try record.noteMeasures(summary, take: insert)
  }

  /// Only that there are sums of fiscal years, which no question finds but by their table.
  func addSumsOfYears(_ record: DatasetRecord, _ summary: FactsSummary) throws {
    try datasets.insert(record.row(size: summary.size))
  }

  private func insert(_ table: DatasetNotes, _ row: [Int]) throws {
    try notes[table]?.insert(row, columns: table.columns)
  }
}

extension DatasetRecord {
  /// The first and the last fiscal year in which some period held begins; 0 where none is held.
  fileprivate func years(of summary: FactsSummary) -> (first: Int, last: Int) {
    let runs = summary.measures.flatMap(\.runs)
    guard let first = runs.map(\.first).min(), let last = runs.map(\.last).max() else {
      return (0, 0)
    }
    return (table.time.fiscalYear(of: first), table.time.fiscalYear(of: last))
  }
}
