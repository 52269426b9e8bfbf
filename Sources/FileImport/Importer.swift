package import Asking
import Catalog
import Diagnostics
package import Importing
import Output
package import Store

/// Imports one file. Start reading here: ``run(watch:)`` does everything.
package struct Importer {
  let file: SourceFile
  let request: ImportRequest
  let data: ImportedData
  let pipeline: Pipeline
  private let sink: any ReplySink

  var catalog: StoredCatalog { pipeline.catalog }

  /// `data` is a change that was begun and that the caller completes: ``run(watch:)`` commits
  /// nothing.
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

  /// How an import ended that did not fail.
  package enum Outcome: Equatable, Sendable {
    /// It is written, under a name, and can be committed.
    case written(String)
    /// The same file was imported before.
    case known
    /// It would be imported.
    case rehearsed
  }

  /// `watch` receives the progress, and stops the import by returning `false`.
  ///
  /// Where the catalog cannot be read, that is thrown, and not what the file then appears to lack.
  package func run(watch: @escaping (ImportProgress) -> Bool) throws -> Outcome {
    do {
      return try pipeline.reading { _ in try outcome(watch) }
    } catch let mistake as FileMistake where mistake.isOfEncoding {
      guard file.encoding == nil, let encoding = try encodingBefore() else { throw mistake }
      let decoded = try SourceFile(file, as: encoding)
      return try Importer(decoded, request, into: data, sink: sink).run(watch: watch)
    }
  }

  /// The encoding that was said of an earlier file with this header.
  private func encodingBefore() throws -> TextEncoding? {
    for encoding in try data.declaredEncodings() {
      guard let encoding = TextEncoding(encoding) else { continue }
      let decoded = try SourceFile(file, as: encoding)
      let choice = ChoiceOfFile(decoded, request, data, pipeline, folder: folder) { _ in }
      let stored = try choice.storedDeclaration()
      if stored?.request.encoding == encoding { return encoding }
    }
    return nil
  }

  private func outcome(_ watch: @escaping (ImportProgress) -> Bool) throws -> Outcome {
    try NewNames(request).declare(in: data, catalog)
    try tell(.recognizing, watch)
    let choice = try ChoiceOfFile(file, request, data, pipeline, folder: folder) {
      try tell(.recognizing, watch, rows: $0)
    }.choice()
    let digest = DigestInMaking(of: file)
    let pieces = try choice.pieces.map { try count($0, watch) }
    if let known = try record(of: pieces, digest, choice.mapping(catalog)) {
      try tell(known.words(for: file.path, as: request.style))
      return .known
    }
    var tables: [TableInMaking] = []
    ImportMemory.giveBackFree()
    let values = try values(of: pieces, watch)
    for (place, (piece, values)) in zip(pieces, values).enumerated() {
      tables += try self.tables(piece, values) {
        try tell(.adding, watch, (Double(place) + $0) / Double(pieces.count))
      }
    }
    guard tables.contains(where: { $0.hasFigures || $0.totals.isEmpty }) else {
      throw FileMistake(
        file.path,
        "holds no figure: every cell of what it counts is empty",
        try: [.showingBeginning]
      )
    }
    let lastDay = choice.lastDay ?? Self.lastMonth(of: tables)
    let published = Published(request, tables, until: choice.lastDay)
    try checkBeginnings(tables, published)
    for index in tables.indices {
      let ownDay = tables[index].piece.piece.ownDay
      tables[index].close(on: ownDay ?? lastDay ?? published.lastDay, catalog)
    }
    try checkYearToDate(tables, published)
    let effect = try Effect(tables, source(choice, published), pipeline, data) {
      try tell(.comparing, watch, $0)
    }
    let report = try ImportReport(file, choice, pieces, tables, published, effect, pipeline) {
      try tell(.comparing, watch, 1)
    }
    try tell(report.text(as: request.style))
    guard !request.isDryRun else { return .rehearsed }
    ImportMemory.giveBackFree()
    return .written(try write(tables, choice, pieces, digest, published, watch))
  }

  private func tell(
    _ phase: ImportProgress.Phase,
    _ watch: (ImportProgress) -> Bool,
    _ fraction: Double = 0,
    rows: Int = 0
  ) throws {
    let progress = ImportProgress(phase: phase, fraction: fraction, rows: rows)
    guard watch(progress) else { throw ImportInterruption() }
  }

  private var folder: String { ImportedFile.scratchFolder }

  /// The last day of the months of a workbook that has tables of years beside them: the last of
  /// those years ends there, too.
  private static func lastMonth(of tables: [TableInMaking]) -> Day? {
    guard tables.count > 1, tables.contains(where: { $0.time == .fiscalYear }) else { return nil }
    let months = tables.filter { $0.time == .month }.compactMap { $0.totals.last?.period }
    return months.max().map { Period(.month, code: $0).days.last }
  }

  /// Refuses figures of periods that have not begun, where nobody says when they were published.
  private func checkBeginnings(_ tables: [TableInMaking], _ published: Published) throws {
    guard published.guess != nil, let day = published.lastDay else { return }
    for table in tables where table.countsOverTime(catalog) {
      guard let days = table.sums.codes.max().map(table.days) else { continue }
      guard days.first > day else { continue }
      throw FileMistake(
        file.path,
        "has figures of \(shortDates(of: days)), which has not begun",
        hint: "--published says when they were published, such as --published \(published.text)",
        try: [.adding("--published", Period.day(days.last).exported)]
      )
    }
  }

  /// A year that the file calls a year to date is not a whole one: its last day must be known.
  private func checkYearToDate(
    _ tables: [TableInMaking],
    _ published: Published
  ) throws {
    let unclosed = tables.first {
      $0.piece.periods.toDate != nil && $0.countsOverTime(catalog) && $0.open == nil
    }
    guard let toDate = unclosed?.piece.periods.toDate, published.guess != nil else { return }
    throw FileMistake(
      file.path,
      "`\(toDate.text)` is a year to date, and until when is not known",
      hint: "--published \(toDate.period)-08-15, or whichever day it was",
      try: [.adding("--published", "\(toDate.period)-08-15")]
    )
  }

  private func tell(_ text: String) throws {
    var output = OutputBuffer()
    output.append(text + "\n")
    try sink.write(&output)
  }

  // MARK: Reading

  private func count(
    _ piece: FilePiece,
    _ watch: (ImportProgress) -> Bool
  ) throws -> CountedPiece {
    let counted = try CountedTable.counting(
      piece.file,
      piece.header,
      piece.reading.shape,
      times: piece.reading.timeKeys,
      folder: folder
    ) { progress in
      let fraction = Double(progress.bytes) / Double(max(1, progress.bytesInAll))
      return watch(
        ImportProgress(phase: .reading, fraction: fraction, rows: progress.rows)
      )
    }
    guard let counted else { throw ImportInterruption() }
    let periods = try PeriodsOfFile(of: counted, piece.reading, path: piece.file.path)
    return CountedPiece(piece: piece, counted: counted, periods: periods)
  }

  /// The earlier import of the same file, understood in the same way. Waits for the checksum only
  /// where there may be one.
  private func record(
    of pieces: [CountedPiece],
    _ digest: DigestInMaking,
    _ mapping: String
  ) throws -> ImportRecord? {
    let alike = try data.records().filter {
      $0.size == file.sizeOnDisk && $0.rows == pieces.rows && $0.mapping == mapping
    }
    guard !alike.isEmpty else { return nil }
    let own = try digest.value()
    return alike.first { $0.sha256 == own }
  }
}
