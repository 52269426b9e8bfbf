import ArgumentParser
import Asking
import FileImport
import Output
import Shell
import Store

/// Lists what was imported.
struct Datasets: CalledCommand {
  static let name = Subcommand.datasets.rawValue

  static let configuration = CommandConfiguration(
    commandName: "tally " + name,
    abstract: "List what was imported; `tally describe NAME` tells more of one.",
    discussion: "Tables that come with the program are listed by `tally show datasets`."
  )

  static let examples = [
    "tally datasets --long", "tally datasets --outdated", "tally datasets --database tally.db",
    "tally datasets --format json", "tally datasets --accessible",
    "tally datasets --errors json",
  ]

  @Flag(help: "Tell of each what its columns were taken for, and its check sum.")
  var long = false

  @Flag(
    help:
      "Which shipped tables newer imports supersede, and how old each publisher's newest figure is."
  )
  var outdated = false

  @Option(help: "How the list is written: table or json.")
  var format: String?

  @Flag(help: "One fact a line, in words, for screen readers.")
  var accessible = false

  @Option(help: "The database beside which they were imported.")
  var database: String?

  func check() throws(CallMistake) { _ = try ImportStyle(format, accessible) }

  private var style: ImportStyle { (try? ImportStyle(format, accessible)) ?? .table }

  @OptionGroup var errorOptions: ErrorOptions

  var status: ExitStatus {
    let output = StandardOutput(Options(errors: errorOptions.errors))
    return output.ending {
      if outdated {
        let data = try Database(reading: Run(Options(database: database)).databasePath())
        if let imports = ImportedFile.existing {
          try data.attach(imports: imports, waiting: .told(output))
        }
        let tables = OutdatedTables(Pipeline(data), today: Stopwatch.today)
        return try say(tables.text(as: style), output)
      }
      guard let imports = ImportedFile.existing else {
        return try say(
          style == .json ? "[]" : "nothing was imported; `tally import FILE` imports a file",
          output
        )
      }
      let data = try Database(reading: Run(Options(database: database)).databasePath())
      try data.attach(imports: imports, waiting: .told(output))
      return try say(ImportList(data.importRecords(), isLong: long).text(as: style), output)
    }
  }

  private func say(_ text: String, _ output: StandardOutput) throws -> ExitStatus {
    var buffer = OutputBuffer()
    buffer.append(Terminal.style(Options()).shown(text) + "\n")
    try output.write(&buffer)
    return .done
  }
}
