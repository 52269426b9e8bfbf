import ArgumentParser
import Asking
import LineEditing
import Store

/// Imports files of figures.
struct Import: CalledCommand {
  static let name = Subcommand.importing.rawValue

  static let configuration = CommandConfiguration(
    commandName: "tally " + name,
    abstract: "Import a publisher's file, or any table, to be asked like everything else.",
    discussion: """
      Files that publishers offer are known by their header. Of any other table the columns are named:

        tally import nationwide-encounters-fy23-fy26-dec-state.csv
        tally import table.csv --measure removals=Count --by citizenship=Country,month=Month \\
          --source "ICE: Removals by country"

      Workbooks (.xlsx) of OHSS and ICE are known by their sheets; of others --sheet names one. A folder \
      is every table that lies in it, and - is standard input.

      A table that is declared answers what no publisher's table holds, and everything with --prefer. \
      What was declared is kept: the next file with the same header needs no options. Nothing is imported \
      unless all of a file can be; what was there stays as it was.
      """
  )

  @Argument(
    help:
      "Tables as text, also in gzip, workbooks, folders of them, data packages; - is standard input."
  )
  var files: [String]

  @Flag(
    name: .customLong("dry-run"),
    help: "Say what a file holds and what is new in it; change nothing."
  )
  var isDryRun = false

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A measure and its column; without one, the column that is called like it. May be repeated.",
      valueName: "measure=column"
    )
  )
  var measure: [String] = []

  @Flag(
    name: .customLong("count"),
    help: "Count every row as one, for a measure that no column is named for."
  )
  var countsRows = false

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "What to break down by: dimensions, and fy, month, cy or date. May be repeated.",
      valueName: "dimension=column,…"
    )
  )
  var by: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "What holds for all rows: a value, or the period (fy=2017). May be repeated.",
      valueName: "dimension=value"
    )
  )
  var scope: [String] = []

  @Option(
    help: ArgumentHelp(
      "What the columns of a wide table are: fy, month, cy, date or a dimension; two of a header of two rows.",
      valueName: "dimension"
    )
  )
  var across: String?

  @Option(
    name: .customLong("leave-out"),
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Rows that are not read, such as sums of others; * is any letters. May be repeated.",
      valueName: "column=value"
    )
  )
  var leaveOut: [String] = []

  @Option(help: ArgumentHelp("The sheet of a workbook.", valueName: "name"))
  var sheet: String?

  @Option(help: ArgumentHelp("Lines above the header that are not read.", valueName: "number"))
  var skip = 0

  @Option(
    name: .customLong("header"),
    help: ArgumentHelp("How many rows the header has.", valueName: "number")
  )
  var headerRows = 1

  @Option(
    help: ArgumentHelp(
      "What separates cells, where it is not found: a letter, or tab.",
      valueName: "letter"
    )
  )
  var delimiter: String?

  @Option(
    help: ArgumentHelp(
      "How a file of text is written that is not UTF-8 and does not say so: windows-1252, latin-1.",
      valueName: "name"
    )
  )
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      "The order of days, months and years: d/m/y, m/d/y, 19y, serial for numbers of spreadsheets.",
      valueName: "order"
    )
  )
  var dates: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "What cells hold for a figure that is not published.",
      valueName: "word,…"
    )
  )
  var missing: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("What cells hold for a figure that is kept back.", valueName: "word,…")
  )
  var withheld: [String] = []

  @Option(
    help: ArgumentHelp(
      "What is before decimals in a file of text: a point or a comma.",
      valueName: "sign"
    )
  )
  var decimal = "."

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "What is written beside figures and periods and is no part of them, such as marks of footnotes; ' ' for spaces between groups of digits.",
      valueName: "sign,…"
    )
  )
  var marks: [String] = []

  @Option(help: ArgumentHelp("What figures are rounded to, such as 10.", valueName: "number"))
  var rounded = 1

  @Option(help: ArgumentHelp("The last day of the figures.", valueName: "2026-04-04"))
  var until: String?

  @Option(help: ArgumentHelp("Where the figures come from.", valueName: "publisher: title"))
  var source: String?

  @Option(help: ArgumentHelp("When they were published.", valueName: "2026-01-15"))
  var published: String?

  @Option(help: "The publisher's address.")
  var url: String?

  @Option(name: .customLong("as"), help: "What the table is called.")
  var name: String?

  @Option(
    help: ArgumentHelp(
      "A CSV with the columns column,value,meaning: what values mean.",
      valueName: "file"
    )
  )
  var map: String?

  @Flag(
    name: .customLong("add-values"),
    help: "Add values that are not known as new ones."
  )
  var addsValues = false

  @Option(
    name: .customLong("new-measure"),
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A measure that is not known; its kind is flow, stock, average, limit or mean.",
      valueName: "name:unit:kind:decimals"
    )
  )
  var newMeasures: [String] = []

  @Option(
    name: .customLong("new-dimension"),
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A dimension that is not known.", valueName: "name")
  )
  var newDimensions: [String] = []

  @Flag(
    name: .customLong("partial"),
    help: "The rows are only a part of the whole: no totals, no shares."
  )
  var isPartial = false

  @Flag(
    name: .customLong("prefer"),
    help: "Answer from it before publishers' tables, and not only where they hold nothing."
  )
  var isPreferred = false

  @Option(help: "How it is written what a file holds: table or json.")
  var format: String?

  @Flag(help: "One fact a line, in words, for screen readers.")
  var accessible = false

  @Option(help: "The database beside which it is imported.")
  var database: String?

  @OptionGroup var errorOptions: ErrorOptions

  func check() throws(CallMistake) { try checkOptions() }

  var status: ExitStatus {
    let output = StandardOutput(Options(errors: errorOptions.errors))
    Interrupts.install()
    return output.ending { try importAll(output) }
  }
}
