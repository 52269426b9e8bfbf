import ArgumentParser
import Output
import Store

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The command line, where it is more than a plain question.
struct Tally: ParsableCommand {
  static let version = "0.1.0"
  static let buildDatabaseName = "build-database"

  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: "Ask the official statistics of U.S. border and immigration enforcement.",
    usage: """
      tally
      tally QUESTION
      tally [--format FORMAT] [-c QUESTION ...]
      tally -f SCRIPT
      """,
    discussion: """
      Without a question it opens a prompt, or reads questions from standard input. `tally help` \
      explains the language.

        tally removals by fy since 2010
        tally --format json 'encounters by citizenship top 5 in fy2023'
        echo 'refugees in fy2022' | tally

      Exit status: 0 done, 1 a question failed, 2 the program was called wrongly, 3 the database is \
      missing or damaged, 74 output could not be written, 130 interrupted, 141 closed pipe.
      """,
    version: version,
    subcommands: [Ask.self, BuildDatabase.self],
    defaultSubcommand: Ask.self
  )

  /// Reads the arguments and does what they say.
  static func run(_ arguments: [String]) -> ExitStatus {
    do {
      var command = try parseAsRoot(arguments)
      if let ask = command as? Ask { return ask.status }
      if let build = command as? BuildDatabase { return build.status }
      try command.run()
      return .done
    } catch {
      let text = fullMessage(for: error) + "\n"
      guard exitCode(for: error) == .success else {
        fputs(text)
        return .usage
      }
      print(text, terminator: "")
      return .done
    }
  }

  private static func fputs(_ text: String) {
    StandardOutput().report(text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }
}

/// Questions, scripts, or the prompt.
struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Answer questions (the default).",
    shouldDisplay: false
  )

  @Argument(help: "A question, quoted or not.")
  var question: [String] = []

  @Option(name: .customShort("c"), help: "A question to answer; may be repeated.")
  var command: [String] = []

  @Option(name: .shortAndLong, help: "A script to run; `-` is standard input.")
  var file: String?

  @Option(help: "How answers are written: table, json, jsonl or csv.")
  var format: String?

  @Option(help: "The database to ask.")
  var database: String?

  @Flag(name: .customLong("no-history"), help: "Keep no history of what is typed at the prompt.")
  var noHistory = false

  func validate() throws {
    if let format, OutputFormats.format(named: format) == nil {
      let names = OutputFormats.all.map { $0.name }.joined(separator: ", ")
      throw ValidationError("no format is called '\(format)'; formats are \(names)")
    }
    let ways = [!question.isEmpty, !command.isEmpty, file != nil].count { $0 }
    guard ways <= 1 else {
      throw ValidationError("a question, -c and -f exclude one another")
    }
  }

  var status: ExitStatus {
    let options = Options(
      database: database,
      format: format.flatMap(OutputFormats.format),
      keepsHistory: !noHistory
    )
    let run = Run(options)
    if !question.isEmpty { return run.question(question.joined(separator: " ")) }
    if !command.isEmpty { return run.commands(command) }
    if let file { return run.file(file) }
    return run.conversation()
  }
}

/// Builds the database from the seed.
struct BuildDatabase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Tally.buildDatabaseName,
    abstract: "Build the database from schema.sql and seed/.",
    discussion: """
      Every file is checked; the first thing wrong is named with its file, line and column, and an \
      older database is left as it was.
      """
  )

  @Option(help: "The folder of the seed.")
  var seed: String?

  @Option(help: "The schema.")
  var schema: String?

  @Option(name: .shortAndLong, help: "Where to write the database.")
  var output: String?

  var status: ExitStatus {
    let sink = StandardOutput()
    let nearby = [currentFolder, Terminal.programFolder].lazy.compactMap { $0 }.compactMap {
      SeedFolder.at(orAbove: $0)
    }.first
    guard let seed = seed ?? nearby?.seed, let schema = schema ?? nearby?.schema else {
      sink.report("error: no seed here or above: --seed and --schema name them")
      return .usage
    }
    guard let output = output ?? Terminal.programFolder.map({ $0 + "/tally.db" }) else {
      sink.report("error: --output names the file to write")
      return .usage
    }
    do {
      try ProgressBar.building { progress in
        try DatabaseBuilder(seed: seed, schema: schema).build(to: output, progress: progress)
      }
      return .done
    } catch {
      sink.report("error: \(error)")
      return .data
    }
  }
}
