import ArgumentParser
import Output
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

  @Option(help: "The database to ask.")
  var database: String?

  @OptionGroup var errorOptions: ErrorOptions

  func check() throws(CallMistake) {
    guard !questions.isEmpty || !dataset.isEmpty else {
      throw CallMistake("a question, or `--dataset`, says what to export", .example(with: nil))
    }
  }

  var status: ExitStatus {
    Run(Options(database: database, errors: errorOptions.errors))
      .export(questions, datasets: dataset, to: folder)
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
        package.files.map { ($0.path, $0.contents.bytes) }
      )
    }
  }
}

extension Export {
  /// Lower case, digits and hyphens, as the standard requires for names.
  fileprivate static func packageName(_ folder: String) -> String {
    String(folder.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}
