import Catalog
import Diagnostics
import Importing
import Store

/// Writes the tables of a file, and the record of the import.
extension Importer {
  /// Where the figures of the file come from.
  func source(_ choice: ImportChoice, _ published: Published) -> NewSource {
    let format = choice.format
    return NewSource(
      publisher: format.publisher,
      title: format.title,
      part: file.name,
      published: published.text,
      url: request.url ?? format.url
    )
  }

  func write(
    _ tables: [TableInMaking],
    _ choice: ImportChoice,
    _ pieces: [CountedPiece],
    _ digest: DigestInMaking,
    _ published: Published,
    _ watch: (ImportProgress) -> Bool
  ) throws -> String {
    // A name given now is used unchanged; one that is kept gets a suffix that distinguishes
    // editions.
    let format = choice.format
    let suffix = request.name == nil ? edition(tables, choice) : ""
    let base = pieces.count > 1 ? format.key : tables.first?.table.format.key ?? "table"
    let name = request.name.map(ImportDeclaration.key(named:))
    let key = try data.freeKey(like: (name ?? base) + suffix)
    let source = try data.nextSourceID()
    let datasets = try writeTables(tables, named: key, suffix, source, watch)
    var isWanted = true
    let sha256 = try digest.value {
      let progress = ImportProgress(phase: .writing, fraction: 1, rows: pieces.rows)
      isWanted = isWanted && watch(progress)
      return isWanted
    }
    guard isWanted else { throw ImportInterruption() }
    try file.checkUnchanged()
    try data.add(
      self.source(choice, published),
      id: source,
      key: key,
      note:
        "Imported on \(request.today) from \(file.path), \(pieces.rows) rows, SHA-256 \(sha256)."
        + (published.guess.map { " Its date of publication is not known: taken for \($0)." } ?? "")
    )
    try data.add(
      ImportRecord(
        id: data.nextImportID(),
        key: key,
        file: file.path,
        sha256: sha256,
        size: file.sizeOnDisk,
        rows: pieces.rows,
        imported: request.today,
        format: format.name,
        mapping: choice.mapping(catalog)
      ),
      datasets: datasets
    )
    if let declaration = choice.declaration {
      try data.declare(header: choice.header, name: format.key, text: declaration.text)
    }
    return key
  }

  /// Writes all tables of the file, and returns the ids of their datasets.
  private func writeTables(
    _ tables: [TableInMaking],
    named key: String,
    _ suffix: String,
    _ source: Int,
    _ watch: (ImportProgress) -> Bool
  ) throws -> [Int] {
    var datasets: [Int] = []
    let parts = tables.flatMap { table in table.parts.map { (table: table, part: $0) } }
    for (index, (table, part)) in parts.enumerated() {
      let own =
        try index == 0 ? key : data.freeKey(like: table.table.format.key + suffix + part.suffix)
      let writer = try ImportedTableWriter(
        table.table,
        named: own,
        time: part.time,
        source: source,
        spanEnds: part.spanEnds,
        into: data,
        catalog: catalog
      )
      try explaining(table) {
        try writer.write(part.sums) { done in
          let fraction = (Double(index) + done) / Double(parts.count)
          let progress = ImportProgress(
            phase: .writing,
            fraction: fraction,
            rows: table.piece.counted.rows
          )
          guard watch(progress) else { throw ImportInterruption() }
        }
      }
      datasets.append(writer.id)
    }
    return datasets
  }

  /// What distinguishes editions of a file: the last period or day that they hold.
  private func edition(_ tables: [TableInMaking], _ choice: ImportChoice) -> String {
    if let day = choice.lastDay { return "-" + Period.day(day).exported }
    guard choice.pieces.count > 1 else {
      return tables.compactMap { $0.totals.last?.period }.max().map(keySuffix) ?? ""
    }
    let months = tables.filter { $0.time == .month }
    let last = (months.isEmpty ? tables : months).compactMap { $0.totals.last?.period }.max()
    return last.map(keySuffix) ?? ""
  }

  /// The suffix that distinguishes editions of a table: the last period that they hold.
  private func keySuffix(_ period: Int) -> String {
    switch period {
    case ..<10_000: "-\(period)"
    case ..<1_000_000: "-" + Period(.month, code: period).exported
    default: "-\(period)"
    }
  }
}
