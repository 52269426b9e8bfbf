import ArgumentParser
import Asking
import Output
import SQLCompiler
import Shell
import Store

/// Writes the answers to questions as a data package.
struct Export: CalledCommand {
  static let name = Subcommand.export.rawValue

  static let configuration = CommandConfiguration(
    commandName: "tally " + name,
    abstract: "Write answers as a data package: CSV files with their schema, notes and sources.",
    discussion: """
      The folder is made whole or not at all. One that is there is replaced only when it holds nothing but \
      what an earlier export wrote.

        \(examples[0])
        \(examples[1])
      """
  )

  static let examples = [
    "tally export border 'encounters by month since 2022' 'encounters by citizenship in fy2023'",
    "tally export backup --dataset cbp-encounters-state-2025-12",
    "tally export border 'encounters by month in fy2023' --database tally.db",
    "tally export border 'encounters by month in fy2023' --errors json",
    "tally export --postgres tally-postgres",
    "tally export --duckdb tally-duckdb",
    "tally export --metadata tally-metadata",
  ]

  @Argument(help: "The folder to make.")
  var folder: String

  @Argument(help: "Questions, each quoted; every one becomes a table.")
  var questions: [String] = []

  @Option(
    help: ArgumentHelp(
      "A whole table by its name, as `show datasets` lists it; may be repeated.",
      valueName: "name"
    )
  )
  var dataset: [String] = []

  @Flag(help: "Everything that is held, for PostgreSQL: psql -f FOLDER/load.sql loads it.")
  var postgres = false

  @Flag(help: "Everything that is held, for DuckDB, which reads load.sql in the folder.")
  var duckdb = false

  @Flag(help: "What Datasette tells of tables and sources: `datasette tally.db -m metadata.json`.")
  var metadata = false

  @Option(help: "The database to ask.")
  var database: String?

  @OptionGroup var errorOptions: ErrorOptions

  func check() throws(CallMistake) {
    let kinds = [
      ("--postgres", postgres), ("--duckdb", duckdb), ("--metadata", metadata),
    ].filter(\.1).map(\.0)
    guard !questions.isEmpty || !dataset.isEmpty || !kinds.isEmpty else {
      throw CallMistake("a question, or `--dataset`, says what to export", .example(with: nil))
    }
    guard let kind = kinds.first else { return }
    guard kinds.count == 1, questions.isEmpty, dataset.isEmpty else {
      throw CallMistake(
        "`\(kind)` exports everything, and takes no question",
        .example(with: kind)
      )
    }
  }

  var status: ExitStatus {
    let run = Run(Options(database: database, errors: errorOptions.errors))
    if postgres { return run.export(for: .postgres, to: folder) }
    if duckdb { return run.export(for: .duckdb, to: folder) }
    if metadata { return run.exportMetadata(to: folder) }
    return run.export(questions, datasets: dataset, to: folder)
  }
}

extension Run {
  fileprivate func export(
    _ questions: [String],
    datasets: [String],
    to folder: String
  ) -> ExitStatus {
    package(questions, datasets: datasets) { tables in
      let name = folder.split(separator: "/").last.map(String.init) ?? ""
      let package = DataPackage(title: Export.packageName(name), tables: tables)
      try OutputFolder(path: folder, written: DataPackageFile.files(writtenInto:)).write(
        package.files.map { OutputFolder.File($0.path, contents: $0.contents.bytes) }
      )
    }
  }

  fileprivate func export(for dialect: SQLDialect, to folder: String) -> ExitStatus {
    everything(to: folder) { try EngineExport(dialect, of: $0).files }
  }

  fileprivate func exportMetadata(to folder: String) -> ExitStatus {
    everything(to: folder) { try DatasetteMetadata(of: $0).files }
  }

  /// Writes files of a database, in one state of its imported data.
  private func everything(
    to folder: String,
    _ files: (Database) throws -> [OutputFolder.File]
  ) -> ExitStatus {
    withSession { session in
      _ = try session.pipeline.beginStatement(imports: session.imports())
      defer { session.pipeline.endStatement() }
      let folder = OutputFolder(path: folder, written: ExportManifest.files(writtenInto:))
      do {
        try folder.write(files(session.pipeline.database))
        return .done
      } catch let error as FileError {
        session.sink.report(ErrorReport(error))
        return .output
      }
    }
  }
}

extension Export {
  /// Lower case, digits and hyphens, as the standard requires for names.
  fileprivate static func packageName(_ folder: String) -> String {
    String(folder.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}
