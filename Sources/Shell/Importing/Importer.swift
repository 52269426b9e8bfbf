import Catalog
import Diagnostics
package import Importing
import Output
package import Store

/// Imports one file. Start reading here: ``run(watch:)`` is the whole way.
package struct Importer {
  private let file: SourceFile
  private let request: ImportRequest
  private let data: ImportedData
  private let pipeline: Pipeline
  private let sink: any ReplySink

  private var catalog: StoredCatalog { pipeline.catalog }

  /// `data` is a change that was begun and that the caller completes: ``run(watch:)`` commits nothing.
  package init(
    _ file: SourceFile,
    _ request: ImportRequest,
    into data: ImportedData,
    sink: any ReplySink
  ) {
    self.file = file
    self.request = request
    self.data = data
    self.sink = sink
    pipeline = Pipeline(data.database)
  }

  package enum Outcome: Equatable, Sendable {
    /// It is written, under a name, and can be committed.
    case written(String)
    /// The same file was imported before.
    case known
    /// It would be imported.
    case rehearsed
  }

  /// `watch` is told how far it is, and stops everything by answering `false`.
  package func run(watch: (ImportProgress) -> Bool) throws -> Outcome {
    try declareNames()
    let header = try Header(of: file)
    let choice = try ImportChoice(header, file, request, data, catalog)
    let digest = DigestInMaking(of: file)
    let counted = try count(header, choice.reading, watch)
    if let known = try record(of: counted, digest) {
      try tell("\(file.path): was imported before, on \(known.imported), as `\(known.key)`")
      return .known
    }
    let periods = try PeriodsOfFile(of: counted, choice.reading, path: file.path)
    let values = try values(of: counted, choice.reading)
    let tables = try self.tables(choice.reading, counted, values, periods)
    let report = try ImportReport(
      file,
      choice,
      counted,
      tables,
      published: published(tables),
      pipeline
    )
    try tell(report.text)
    guard !request.isDryRun else { return .rehearsed }
    return .written(try write(tables, choice, counted, digest, watch))
  }

  package func tell(_ text: String) throws {
    var output = OutputBuffer()
    output.append(text + "\n")
    try sink.write(&output)
  }

  // MARK: Reading

  private func declareNames() throws {
    for text in request.newMeasures {
      let parts = text.split(separator: ":").map { trimmed(String($0)) }
      guard (1...3).contains(parts.count), !parts[0].isEmpty else {
        throw ImportMistake("--new-measure takes NAME:UNIT or NAME:UNIT:KIND, and not `\(text)`")
      }
      guard let kind = Measure.Kind(rawValue: parts.count == 3 ? parts[2] : "flow") else {
        throw ImportMistake("`\(parts[2])` is no kind; kinds are flow, stock, average and limit")
      }
      // What is there stays as it is: the same line imports the next file.
      if isKnown(parts[0], .measure) { continue }
      try data.addMeasure(name: parts[0], unit: parts.count > 1 ? parts[1] : "events", kind: kind)
    }
    for name in request.newDimensions where !isKnown(name, .dimension) {
      try data.addDimension(name: name)
    }
  }

  private func isKnown(_ name: String, _ kind: NameMatch.Kind) -> Bool {
    catalog.matches(key: Spelling.key(of: name)).contains { $0.kind == kind }
  }

  private func count(
    _ header: Header,
    _ reading: FileReading,
    _ watch: (ImportProgress) -> Bool
  ) throws -> CountedTable {
    let counted = try CountedTable.counting(
      file,
      header,
      reading.shape,
      times: reading.timeKeys,
      folder: ImportedFile.folder ?? "/tmp"
    ) { progress in
      let fraction = Double(progress.bytes) / Double(max(1, progress.bytesInAll))
      return watch(
        ImportProgress(phase: .reading, fraction: fraction, rows: progress.rows)
      )
    }
    guard let counted else { throw ImportInterruption() }
    return counted
  }

  /// The import of the same file. The check sum is waited for only where it could be the same.
  private func record(
    of counted: CountedTable,
    _ digest: DigestInMaking
  ) throws -> ImportRecord? {
    let alike = try data.records().filter { $0.size == file.size && $0.rows == counted.rows }
    guard !alike.isEmpty else { return nil }
    let own = try digest.value()
    return alike.first { $0.sha256 == own }
  }

  private func values(of counted: CountedTable, _ reading: FileReading) throws -> ValuesOfFile {
    let map = try request.map.map { try ValueMap(reading: $0) } ?? ValueMap()
    try map.check(against: counted.shape.columns)
    let known = try data.meanings()
    var values = ValuesOfFile(of: counted, reading, catalog: catalog) { text, dimensions in
      map.meaning(of: text, in: dimensions, columns(of: dimensions, reading), catalog)
        ?? known.first { $0.text == text && dimensions.contains($0.dimension) }?.member
    }
    let missing = values.unknown.filter { unknown in
      !(request.addsValues || map.adds(unknown.text, columns(of: unknown.dimensions, reading)))
        || unknown.isAmbiguous
    }
    guard missing.isEmpty else {
      throw UnknownValues(missing, counted, reading, file, catalog).mistake
    }
    for unknown in values.unknown {
      let name = unknown.text.isEmpty ? "unknown" : unknown.text
      values.set(
        unknown,
        to: try data.addMember(name: name, to: unknown.dimensions[0]),
        in: counted
      )
    }
    for (text, dimension, member) in map.resolved(catalog, reading) {
      try data.remember(text: text, dimension: dimension, member: member)
    }
    return values
  }

  private func columns(of dimensions: [Int], _ reading: FileReading) -> [String] {
    dimensions.compactMap(reading.key(of:)).map {
      reading.shape.columns[reading.shape.column(ofKey: $0)]
    }
  }

  private func tables(
    _ reading: FileReading,
    _ counted: CountedTable,
    _ values: ValuesOfFile,
    _ periods: PeriodsOfFile
  ) throws -> [TableInMaking] {
    let tables = try reading.format.tables.map { format in
      let table = TableOfFile(format, reading, values) { catalog.member($0)?.dimension }
      let sums = try PeriodSums(
        of: counted,
        as: table.target,
        file: file.path,
        period: periods.code
      )
      return TableInMaking(table: table, sums: sums, time: reading.time)
    }
    try checkThatNothingIsLeftOut(tables, counted, reading)
    let filled = try tables.enumerated().compactMap { index, table -> TableInMaking? in
      guard table.hasRows else { return nil }
      var table = table
      // What the first table holds the others only tell apart.
      if index == 0 || !tables[0].hasAllRows { table.totals = try totals(of: table.sums, counted) }
      return table
    }
    guard filled.contains(where: \.hasFigures) else {
      throw FileMistake(file.path, "holds no figure: every cell of what it counts is empty")
    }
    return filled
  }

  private func totals(
    of sums: PeriodSums,
    _ counted: CountedTable
  ) throws -> [(period: Int, figures: [Int64?])] {
    do {
      return try sums.totals()
    } catch let misplaced as MisplacedValue {
      throw mistake(misplaced, counted)
    }
  }

  private func mistake(_ misplaced: MisplacedValue, _ counted: CountedTable) -> FileMistake {
    let column = counted.shape.column(ofKey: misplaced.key)
    return FileMistake(
      file.path,
      line: counted.lines[misplaced.key][misplaced.text],
      column: .init(name: counted.shape.columns[column], number: column + 1),
      "`\(counted.texts[misplaced.key][misplaced.text])` does not fit the rest of its row"
    )
  }

  /// Every row belongs to some table: a value that no table keeps would be lost without a word.
  private func checkThatNothingIsLeftOut(
    _ tables: [TableInMaking],
    _ counted: CountedTable,
    _ reading: FileReading
  ) throws {
    guard tables.allSatisfy({ !$0.table.target.filters.isEmpty }) else { return }
    for key in Set(tables.flatMap { $0.table.target.filters.map(\.key) }) {
      for (text, name) in counted.texts[key].enumerated() {
        let isKept = tables.contains { table in
          table.table.target.filters.allSatisfy { $0.key != key || $0.keeps[text] }
        }
        guard !isKept else { continue }
        let column = counted.shape.column(ofKey: key)
        throw FileMistake(
          file.path,
          line: counted.lines[key][text],
          column: .init(name: counted.shape.columns[column], number: column + 1),
          "`\(name)` is in no table of \(reading.format.name)"
        )
      }
    }
  }

  // MARK: Writing

  /// The day of publication: as it was said, else the month after the last one in the file.
  private func published(_ tables: [TableInMaking]) -> Published {
    if let published = request.published { return Published(text: published, isInferred: false) }
    let time = tables.first?.time ?? .month
    let last = tables.compactMap { $0.totals.last?.period }.max() ?? 0
    let day = PeriodRun(time, first: last, last: last).days.last.next
    let month = day.code / 100
    return Published(
      text: "\(month / 100)-\(month % 100 < 10 ? "0" : "")\(month % 100)",
      isInferred: true
    )
  }

  private func write(
    _ tables: [TableInMaking],
    _ choice: ImportChoice,
    _ counted: CountedTable,
    _ digest: DigestInMaking,
    _ watch: (ImportProgress) -> Bool
  ) throws -> String {
    let published = published(tables)
    // A name that is given now is the name; one that is kept tells editions apart.
    let last = request.name == nil ? tables.compactMap { $0.totals.last?.period }.max() : nil
    let suffix = last.map(keySuffix) ?? ""
    let key = try data.freeKey(like: (tables.first?.table.format.key ?? "table") + suffix)
    let format = choice.reading.format
    let source = try data.nextSourceID()
    let datasets = try writeTables(tables, named: key, suffix, source, counted, watch)
    var isWanted = true
    let sha256 = try digest.value {
      let progress = ImportProgress(phase: .writing, fraction: 1, rows: counted.rows)
      isWanted = isWanted && watch(progress)
      return isWanted
    }
    guard isWanted else { throw ImportInterruption() }
    try file.checkUnchanged()
    try data.addSource(
      id: source,
      key: key,
      publisher: format.publisher,
      title: format.title,
      part: file.name,
      published: published.text,
      url: request.url ?? format.url,
      note:
        "Imported on \(request.today) from \(file.path), \(counted.rows) rows, SHA-256 \(sha256)."
        + (published.isInferred
          ? " Its date of publication is not known: taken for the month after the last one that it holds."
          : "")
    )
    try data.add(
      ImportRecord(
        id: data.nextImportID(),
        key: key,
        file: file.path,
        sha256: sha256,
        size: file.size,
        rows: counted.rows,
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

  /// Writes all tables of the file, and answers the ids of their datasets.
  private func writeTables(
    _ tables: [TableInMaking],
    named key: String,
    _ suffix: String,
    _ source: Int,
    _ counted: CountedTable,
    _ watch: (ImportProgress) -> Bool
  ) throws -> [Int] {
    var datasets: [Int] = []
    for (index, table) in tables.enumerated() {
      let own = try index == 0 ? key : data.freeKey(like: table.table.format.key + suffix)
      let writer = try ImportedTableWriter(
        table.table,
        named: own,
        time: table.time,
        source: source,
        into: data,
        catalog: catalog
      )
      do {
        try writer.write(table.sums) { part in
          let fraction = (Double(index) + part) / Double(tables.count)
          let progress = ImportProgress(phase: .writing, fraction: fraction, rows: counted.rows)
          guard watch(progress) else { throw ImportInterruption() }
        }
      } catch let misplaced as MisplacedValue {
        throw mistake(misplaced, counted)
      }
      datasets.append(writer.id)
    }
    return datasets
  }

  /// Tells editions of a table apart: the last period that they hold.
  private func keySuffix(_ period: Int) -> String {
    switch period {
    case ..<10_000: "-\(period)"
    case ..<1_000_000: "-\(period / 100)-\(period % 100 < 10 ? "0" : "")\(period % 100)"
    default: "-\(period)"
    }
  }
}

/// When a file was published.
struct Published {
  let text: String
  /// Whether the file does not say.
  let isInferred: Bool
}

/// A table of a file on its way into the database.
struct TableInMaking {
  let table: TableOfFile
  let sums: PeriodSums
  /// How its periods are coded.
  let time: PublishedTime
  /// The sum of every figure in each period, of tables that add up to something of their own.
  var totals: [(period: Int, figures: [Int64?])] = []

  var hasFigures: Bool { totals.contains { $0.figures.contains { $0 != nil } } }
  var hasAllRows: Bool { table.target.filters.isEmpty }
  var hasRows: Bool { table.target.filters.allSatisfy { $0.keeps.contains(true) } }
}
