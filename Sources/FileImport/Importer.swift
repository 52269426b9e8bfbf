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
  package func run(watch: (ImportProgress) -> Bool) throws -> Outcome {
    try NewNames(request).declare(in: data, catalog)
    let header = try Header(of: file)
    let choice = try ImportChoice(header, file, request, data, catalog)
    let digest = DigestInMaking(of: file)
    let counted = try count(header, choice.reading, watch)
    if let known = try record(of: counted, digest, choice.mapping(catalog)) {
      try tell("\(file.path): was imported before, on \(known.imported), as `\(known.key)`")
      return .known
    }
    let periods = try PeriodsOfFile(of: counted, choice.reading, path: file.path)
    let values = try values(of: counted, choice.reading, watch)
    var tables = try self.tables(choice.reading, counted, values, periods)
    let published = Published(request, tables)
    for index in tables.indices { tables[index].close(on: published.lastDay, catalog) }
    try checkYearToDate(periods, tables, published)
    let effect = try Effect(tables, source(choice, published), pipeline, data)
    let report = try ImportReport(file, choice, counted, tables, published, effect, pipeline)
    try tell(report.text)
    guard !request.isDryRun else { return .rehearsed }
    return .written(try write(tables, choice, counted, digest, published, watch))
  }

  /// A year that the file calls a year to date is not a whole one: its last day must be known.
  private func checkYearToDate(
    _ periods: PeriodsOfFile,
    _ tables: [TableInMaking],
    _ published: Published
  ) throws {
    guard let toDate = periods.toDate, published.guess != nil,
      tables.contains(where: { $0.countsOverTime(catalog) && $0.open == nil })
    else { return }
    throw FileMistake(
      file.path,
      "`\(toDate.text)` is a year to date, and until when is not known",
      hint: "--published \(toDate.period)-08-15, or whichever day it was"
    )
  }

  private func tell(_ text: String) throws {
    var output = OutputBuffer()
    output.append(text + "\n")
    try sink.write(&output)
  }

  // MARK: Reading

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

  /// The earlier import of the same file, understood in the same way. Waits for the checksum only
  /// where there may be one.
  private func record(
    of counted: CountedTable,
    _ digest: DigestInMaking,
    _ mapping: String
  ) throws -> ImportRecord? {
    let alike = try data.records().filter {
      $0.size == file.size && $0.rows == counted.rows && $0.mapping == mapping
    }
    guard !alike.isEmpty else { return nil }
    let own = try digest.value()
    return alike.first { $0.sha256 == own }
  }
}
