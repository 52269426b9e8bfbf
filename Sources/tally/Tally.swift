import ArgumentParser
import Catalog
import Diagnostics
import Output
import Results
import Shell

/// The command line, where it is more than a plain question.
struct Tally: CalledCommand {
  static let name = ""

  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: "Ask the official statistics of U.S. border and immigration enforcement.",
    usage: """
      tally
      tally QUESTION
      tally [--format FORMAT] [-c QUESTION ...]
      tally -f SCRIPT [--set NAME=VALUE ...] [--keep-going] [--quiet] [--summary] [--close-holds]
      tally export FOLDER QUESTION ...
      tally import FILE ... [--dry-run]
      tally read FILE ... [--date DAY] [--format FORMAT] [--only VERDICTS] [--close-holds]
      tally datasets
      tally drop NAME ...
      tally serve --stdio
      tally schema NAME
      tally build-database [--output FILE]
      tally verify
      """,
    discussion: """
      Without a question it opens a prompt, or reads questions from standard input. `tally help` \
      explains the language, `tally build-database --help` the building.

        \(examples[0])
        \(examples[1])
        echo 'refugees in fy2022' | tally

      Exit status: \(ExitStatus.inWords).
      """
  )

  static let examples = [
    "tally removals by fy since 2010",
    "tally --format json 'encounters by citizenship top 5 in fy2023'",
    "tally -c 'removals in fy2012' -c 'returns in fy2012'",
    "tally -f story.tally --set year=fy2024 --keep-going",
    "tally --file story.tally --parameters",
    "tally --errors json 'removals by sinse 2010'",
    "tally --color never 'removals by fy since 2010'",
    "tally --database tally.db 'removals by fy since 2010'",
  ]

  @Argument(help: "A question, quoted or not.")
  var question: [String] = []

  @Option(
    name: .customShort("c"),
    // A question may begin with a minus.
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A question to answer; may be repeated.", valueName: "question")
  )
  var command: [String] = []

  @Option(name: .shortAndLong, help: "A script to run; `-` is standard input.")
  var file: String?

  @Option(help: "How answers are written: \(OutputFormats.inWords).")
  var format: String?

  @Option(help: "The database to ask.")
  var database: String?

  @OptionGroup var errorOptions: ErrorOptions

  @Flag(name: .customLong("no-history"), help: "Keep no history of what is typed at the prompt.")
  var noHistory = false

  @Option(help: "Bold, dim and colored text: auto, always or never.")
  var color = ColorChoice.auto

  @Flag(help: "One fact a line, in words, for screen readers.")
  var accessible = false

  @Option(
    name: .customLong("set"),
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "What $NAME means: a name, a number or a period; may be repeated.",
      valueName: "name=value"
    )
  )
  var assignments: [String] = []

  @Flag(help: "List what `--set` can give to the script, and run nothing.")
  var parameters = false

  @Flag(name: .customLong("keep-going"), help: "Go on after a statement that fails.")
  var keepGoing = false

  @Flag(help: "CSV as spreadsheets take it: marked as UTF-8, and no text taken for a formula.")
  var excel = false

  @Flag(name: .customLong("no-links"), help: "Do not make links of sources on a terminal.")
  var noLinks = false

  @Flag(help: "Show only mistakes and statements that do not hold; files are written all the same.")
  var quiet = false

  @Flag(
    name: .customLong("close-holds"),
    help: "Let statements pass that are close because a figure was revised, cut or rounded."
  )
  var closeHolds = false

  @Flag(help: "At the end, a table of all statements checked.")
  var summary = false

  @Flag(help: "Take only the query language; say what other lines mean.")
  var strict = false

  @Flag(help: "Read lines in people's own words, also where no terminal is.")
  var free = false

  @Flag(help: "Show which version of the program and which edition of the data answer.")
  var version = false

  func check() throws(CallMistake) {
    if let format, OutputFormats.format(named: format) == nil { throw .unknownFormat(format) }
    var set = Parameters()
    for assignment in assignments where !set.set(assignment) {
      throw CallMistake(
        "`--set` takes NAME=VALUE, such as year=fy2024, and not `\(assignment)`",
        .example(with: "--set")
      )
    }
    guard !strict || !free else {
      throw CallMistake("`--strict` and `--free` exclude one another", .example(with: "-c"))
    }
    guard !parameters || file != nil else {
      throw CallMistake("`--parameters` goes with `-f`", .example(with: "--parameters"))
    }
    let ways = [!question.isEmpty, !command.isEmpty, file != nil].count { $0 }
    guard ways <= 1 else {
      throw CallMistake("a question, `-c` and `-f` exclude one another", .example(with: "-c"))
    }
  }

  var status: ExitStatus {
    let options = Options(
      database: database,
      format: format.flatMap { OutputFormats.format(named: $0) },
      keepsHistory: !noHistory,
      color: color,
      errors: errorOptions.errors,
      isAccessible: accessible,
      parameters: assignments.reduce(into: Parameters()) { _ = $0.set($1) },
      keepsGoing: keepGoing,
      isQuiet: quiet,
      acceptsClose: closeHolds,
      summarizes: summary,
      readsFreely: strict ? false : free ? true : nil,
      hasLinks: !noLinks,
      isForSpreadsheets: excel
    )
    let run = Run(options)
    if version { return run.version() }
    if !question.isEmpty { return run.question(question) }
    if !command.isEmpty { return run.commands(command) }
    if let file { return parameters ? run.parameters(of: file) : run.file(file) }
    return run.conversation()
  }
}

extension CallMistake {
  fileprivate static func unknownFormat(_ format: String) -> CallMistake {
    let names = OutputFormats.all.map { $0.name }
    let near = OutputFormats.nearestName(to: format)
    return CallMistake(
      "no format is called `\(format)`; formats are \(names.joined(by: ", "))",
      near.map { .word(format, meant: $0) } ?? .example(with: "--format")
    )
  }
}

extension ColorChoice: ExpressibleByArgument {}
