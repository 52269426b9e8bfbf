import ArgumentParser
import Catalog
import Diagnostics
import FileImport
import Importing
import LineEditing
import Output
import Shell
import Store

/// Imports files of figures.
struct Import: CalledCommand {
  static let name = "import"

  static let configuration = CommandConfiguration(
    commandName: "tally " + name,
    abstract: "Import a publisher's file, or any table, to be asked like everything else.",
    discussion: """
      Files that publishers offer are known by their header. Of any other table the columns are named:

        tally import nationwide-encounters-fy23-fy26-dec-state.csv
        tally import table.csv --measure removals=Count --by citizenship=Country,month=Month \\
          --source "ICE: Removals by country"

      A table that is declared answers what no publisher's table holds, and everything with --prefer. \
      What was declared is kept: the next file with the same header needs no options. Nothing is imported \
      unless all of a file can be; what was there stays as it was.
      """
  )

  static let examples = [
    "tally import nationwide-encounters-fy23-fy26-dec-state.csv",
    "tally import table.csv --measure removals=Count --by citizenship=Country,month=Month",
    "tally import table.csv --new-measure visits:visits:flow --by month",
    "tally import table.csv --new-dimension airport --measure removals --by airport,month",
    "tally import table.csv --measure removals --by month --scope 'citizenship=El Salvador'",
    """
    tally import table.csv --measure removals --by month --source 'ICE: Removals by month' \
    --published 2026-01-15 --url https://www.ice.gov/removals
    """,
    "tally import table.csv --measure removals --by citizenship,month --map names.csv",
    "tally import table.csv --as removals-2026 --database tally.db",
  ]

  @Argument(help: "CSV files, folders of data packages, or their datapackage.json.")
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
      "What holds for all rows. May be repeated.",
      valueName: "dimension=value"
    )
  )
  var scope: [String] = []

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
      valueName: "name:unit:kind"
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

  @Option(help: "The database beside which it is imported.")
  var database: String?

  func check() throws(CallMistake) {
    if let published, Period(date: published) == nil {
      throw CallMistake(
        "`--published` takes 2026-01-15, 2026-01 or 2026, and not `\(published)`",
        .example(with: "--published")
      )
    }
  }

  private var request: ImportRequest {
    var request = ImportRequest(today: Stopwatch.today)
    request.isDryRun = isDryRun
    request.measures = measure.map { .init($0) }
    request.breakdowns = by.flatMap { ImportRequest.Assignment.list($0) }
    request.scope = scope.flatMap { ImportRequest.Assignment.list($0) }
    request.newMeasures = newMeasures
    request.newDimensions = newDimensions
    request.source = source
    request.published = published
    request.url = url
    request.name = name
    request.map = map
    request.addsValues = addsValues
    request.countsRows = countsRows
    request.isPartial = isPartial
    request.isPreferred = isPreferred
    return request
  }

  var status: ExitStatus {
    let output = StandardOutput()
    Interrupts.install()
    return output.ending {
      let shipped = try Run(Options(database: database)).databasePath()
      for file in files {
        try importTogether(ImportedFiles.all(at: file, request), shipped, output)
      }
      return .done
    }
  }

  /// All files of one argument, or none of them: a package is one change.
  private func importTogether(
    _ files: [(path: String, request: ImportRequest)],
    _ shipped: String,
    _ output: StandardOutput
  ) throws {
    let data = try ImportedData(changing: shipped, isRehearsal: isDryRun)
    do {
      let keys = try files.compactMap { try importFile($0.path, $0.request, data, output) }
      guard !keys.isEmpty else { return data.rollBack() }
      try data.commit()
      var said = OutputBuffer()
      for key in keys { said.append("imported as `\(key)`\n") }
      try output.write(&said)
    } catch {
      data.rollBack()
      throw error
    }
  }

  /// The name that a file is written under; `nil` where nothing is to be kept.
  private func importFile(
    _ path: String,
    _ request: ImportRequest,
    _ data: ImportedData,
    _ output: StandardOutput
  ) throws -> String? {
    let file = try SourceFile(reading: path, folder: ImportedFile.scratchFolder)
    let bar = ImportBar(of: file)
    defer { bar.clear() }
    let importer = Importer(file, request, into: data, sink: bar.sink(output))
    switch try importer.run(watch: { bar.show($0) && !Interrupts.take() }) {
    case .written(let key): return key
    case .known, .rehearsed: return nil
    }
  }
}
