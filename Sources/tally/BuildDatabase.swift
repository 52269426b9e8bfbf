import ArgumentParser
import Asking
import Output
import Store

/// Builds the database from the seed.
struct BuildDatabase: CalledCommand {
  static let name = Subcommand.buildDatabase.rawValue

  static let configuration = CommandConfiguration(
    commandName: "tally " + name,
    abstract: "Build the database from schema.sql and seed/.",
    discussion: """
      Every file is checked; the first thing wrong is named with its file, line and column, and an \
      older database is left as it was.
      """
  )

  static let examples = [
    "tally build-database --output tally.db",
    "tally build-database --seed seed --schema schema.sql",
    "tally build-database --errors json",
  ]

  @Option(help: "The folder of the seed.")
  var seed: String?

  @Option(help: "The schema.")
  var schema: String?

  @Option(name: .shortAndLong, help: "Where to write the database.")
  var output: String?

  @OptionGroup var errorOptions: ErrorOptions

  var status: ExitStatus {
    let sink = StandardOutput(Options(errors: errorOptions.errors))
    let nearby = [currentFolder, Terminal.programFolder].lazy.compactMap { $0 }.compactMap {
      SeedFolder.at(orAbove: $0)
    }.first
    guard let seed = seed ?? nearby?.seed, let schema = schema ?? nearby?.schema else {
      sink.report(
        ErrorReport(.call, "no seed here or above\nhint: \(Self.example(with: "--seed"))")
      )
      return .usage
    }
    guard let output = output ?? Terminal.programFolder.map({ $0 + "/tally.db" }) else {
      sink.report(
        ErrorReport(.call, "no file is named to write\nhint: \(Self.example(with: "--output"))")
      )
      return .usage
    }
    do {
      try ProgressBar.building { progress in
        try DatabaseBuilder(seed: seed, schema: schema).build(to: output, progress: progress)
      }
      return .done
    } catch {
      sink.report(ErrorReport(error))
      // What is wrong with a seed is wrong with the data.
      return ExitStatus(of: error) == .output ? .output : .data
    }
  }
}
