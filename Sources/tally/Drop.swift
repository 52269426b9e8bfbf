import ArgumentParser
import Asking
import Diagnostics
import FileImport
import Shell
import Store

/// Removes imports.
struct Drop: CalledCommand {
  static let name = Subcommand.drop.rawValue

  static let configuration = CommandConfiguration(
    commandName: "tally " + name,
    abstract: "Take away what was imported, by the names that `tally datasets` lists."
  )

  /// The first lists the names that can be dropped.
  static let examples = [
    "tally datasets", "tally drop removals-2026 --database tally.db",
    "tally drop removals-2026 --errors json",
  ]

  @Argument(help: "Names of imports.")
  var names: [String]

  @Option(help: "The database beside which they were imported.")
  var database: String?

  @OptionGroup var errorOptions: ErrorOptions

  var status: ExitStatus {
    let output = StandardOutput(Options(errors: errorOptions.errors))
    return output.ending {
      guard ImportedFile.existing != nil else {
        throw ErrorReport(
          ImportMistake("nothing was imported", try: [.line("tally import --help")]),
          of: "",
          ImportCall([])
        )
      }
      let data = try ImportedData(
        changing: Run(Options(database: database)).databasePath(),
        waiting: .told(output)
      )
      do {
        let known = try data.records()
        for name in names {
          guard let record = known.first(where: { $0.key == name }) else {
            throw ErrorReport(
              ImportList(known, isLong: false).unknown(name),
              of: name,
              ImportCall([])
            )
          }
          try data.drop(record)
        }
        try data.commit()
      } catch {
        data.rollBack()
        throw error
      }
      data.shrink()
      return .done
    }
  }
}
