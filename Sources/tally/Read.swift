import ArgumentParser
import Asking
import Catalog
import LineEditing
import Output
import Results
import Shell
import Store

/// Reads texts and judges what they state.
struct Read: CalledCommand {
  static let name = Subcommand.read.rawValue

  static let configuration = CommandConfiguration(
    commandName: "tally " + name,
    abstract: "Find what texts state about these statistics, and judge it.",
    discussion: """
      Plain text, Markdown, and pages saved from a browser; a folder for all of them in it, `-` for \
      standard input. What was found and not understood is listed as not read.

        \(examples[0])
        \(examples[1])

      Exit status: 0 every statement that was judged holds, 1 one does not, or a file could not be read.
      """
  )

  static let examples = [
    "tally read release.txt",
    "tally read releases --format csv --only fails,depends",
    "tally read speech.txt --date 2025-03-04",
    "tally read release.txt --color always",
    "tally read release.txt --database tally.db",
    "tally read release.txt --errors json",
  ]

  @Argument(help: "Files, folders of them, or `-` for standard input.")
  var files: [String]

  @Option(
    help: ArgumentHelp("The day of the text, where it does not tell it.", valueName: "2025-01-14")
  )
  var date: String?

  @Option(help: "How it is written: \(TextFormats.inWords).")
  var format: String?

  @Option(
    help: ArgumentHelp("List only statements with these verdicts.", valueName: "fails,depends")
  )
  var only: String?

  @Flag(
    name: .customLong("close-holds"),
    help: "Let statements pass that are close because a figure was revised, cut or rounded."
  )
  var closeHolds = false

  @Flag(name: .customLong("date-stamp"), help: "Write the day of judging with each statement.")
  var dateStamp = false

  @Option(help: "The database to ask.")
  var database: String?

  @Option(help: "Bold, dim and colored text: auto, always or never.")
  var color = ColorChoice.auto

  @Flag(help: "One fact a line, in words, for screen readers.")
  var accessible = false

  @OptionGroup var errorOptions: ErrorOptions

  func check() throws(CallMistake) {
    if let date, Period(date: date)?.unit != .day {
      throw CallMistake("`--date` takes 2025-01-14, and not `\(date)`", .example(with: "--date"))
    }
    if let format, TextFormats.format(named: format) == nil {
      throw CallMistake(
        "no format of texts is called `\(format)`; formats are \(TextFormats.inWords)",
        .example(with: "--format")
      )
    }
    for word in onlyWords where !TextVerdict.allCases.contains(where: { $0.rawValue == word }) {
      let names = TextVerdict.allCases.map(\.rawValue).joined(by: ", ")
      throw CallMistake(
        "`--only` takes verdicts: \(names); not `\(word)`",
        .example(with: "--only")
      )
    }
  }

  private var onlyWords: [String] {
    (only ?? "").split(separator: ",").map { word in
      var text = word.drop { $0 == " " }
      while text.last == " " { text = text.dropLast() }
      return String(text)
    }
  }

  var status: ExitStatus {
    let options = Options(
      database: database,
      color: color,
      errors: errorOptions.errors,
      isAccessible: accessible,
      acceptsClose: closeHolds
    )
    var request = TextRequest(files: files)
    request.day = date.flatMap { Period(date: $0)?.days.first }
    request.format = format.flatMap { TextFormats.format(named: $0) } ?? TextPage.self
    request.verdicts = onlyWords.compactMap { TextVerdict(rawValue: $0) }
    request.acceptsClose = closeHolds
    request.judged = dateStamp ? Stopwatch.today : ""
    return Run(options).read(request)
  }
}
