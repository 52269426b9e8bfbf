import ArgumentParser
import Asking
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
    "tally import downloads --dry-run",
    "tally import table.xlsx --sheet 'Table 1' --measure removals=Total --by citizenship=Country --scope fy=2022",
    "tally import wide.csv --measure removals --by citizenship=Country --across fy --leave-out Country=Total",
    "tally import table.csv --skip 3 --header 2 --delimiter ';' --measure removals=Total --by month",
    "tally import table.csv --missing NA --withheld '*' --rounded 10 --measure removals=Count --by fy",
    "tally import FY26_detentionStats.xlsx --until 2026-04-04",
    "tally import downloads --dry-run --format json",
    "tally import downloads --dry-run --accessible",
    "tally import table.csv --errors json",
  ]

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
      "What the columns of a wide table stand for: fy, month, cy, date or a dimension.",
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
      "What stands between cells, where it is not found: a letter, or tab.",
      valueName: "letter"
    )
  )
  var delimiter: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "What stands in cells for a figure that is not published.",
      valueName: "word,…"
    )
  )
  var missing: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("What stands in cells for a figure that is kept back.", valueName: "word,…")
  )
  var withheld: [String] = []

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

  func check() throws(CallMistake) {
    try checkLayout()
    _ = try ImportStyle(format, accessible)
    if let until, Period(date: until) == nil {
      throw CallMistake("`--until` takes 2026-04-04, and not `\(until)`", .example(with: "--until"))
    }
    if let published, Period(date: published) == nil {
      throw CallMistake(
        "`--published` takes 2026-01-15, 2026-01 or 2026, and not `\(published)`",
        .example(with: "--published")
      )
    }
  }

  private func checkLayout() throws(CallMistake) {
    guard (0...1_000).contains(skip) else {
      throw CallMistake("`--skip` takes 0 to 1000, and not `\(skip)`", .example(with: "--skip"))
    }
    guard (1...9).contains(headerRows) else {
      throw CallMistake(
        "`--header` takes 1 to 9, and not `\(headerRows)`",
        .example(with: "--header")
      )
    }
    guard rounded > 0, "\(rounded)".dropFirst().allSatisfy({ $0 == "0" }), "\(rounded)".first == "1"
    else {
      throw CallMistake(
        "`--rounded` takes 10, 100 and so on, and not `\(rounded)`",
        .example(with: "--rounded")
      )
    }
    if let delimiter, Self.byte(delimiter) == nil {
      throw CallMistake(
        "`--delimiter` takes one letter or tab, and not `\(delimiter)`",
        .example(with: "--delimiter")
      )
    }
  }

  private static func byte(_ delimiter: String) -> UInt8? {
    if ["tab", "\\t"].contains(delimiter) { return UInt8(ascii: "\t") }
    let bytes = Array(delimiter.utf8)
    guard bytes.count == 1, bytes[0] >= 0x20 || bytes[0] == 0x09, bytes[0] < 0x7f, bytes[0] != 0x22
    else { return nil }
    return bytes[0]
  }

  private var layout: TableLayout {
    TableLayout(
      skipped: skip,
      headerRows: headerRows,
      delimiter: delimiter.flatMap(Self.byte)
    )
  }

  private var words: CellWords {
    CellWords(missing: missing.flatMap(Self.list), withheld: withheld.flatMap(Self.list))
  }

  /// The words that commas are between.
  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0.drop { $0 == " " }) }
      .filter { !$0.isEmpty }
  }

  private var style: ImportStyle { (try? ImportStyle(format, accessible)) ?? .table }

  private var request: ImportRequest {
    var request = ImportRequest(today: Stopwatch.today)
    request.isDryRun = isDryRun
    request.style = style
    request.measures = measure.map { .init($0) }
    request.breakdowns = by.flatMap { ImportRequest.Assignment.list($0) }
    request.scope = scope.flatMap { ImportRequest.Assignment.list($0) }
    request.across = across
    request.leftOut = leaveOut.flatMap { ImportRequest.Assignment.list($0) }
    request.sheet = sheet
    request.layout = layout
    request.words = words
    request.rounding = rounded
    request.until = until
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
    let output = StandardOutput(Options(errors: errorOptions.errors))
    Interrupts.install()
    return output.ending {
      let shipped = try Run(Options(database: database)).databasePath()
      let groups = try files.flatMap { try ImportedFiles.groups(at: $0, request) }
      guard groups.count > 1 else {
        for group in groups { try importTogether(group, shipped, output, keepsOthers: false) }
        return .done
      }
      return try importEach(groups, shipped, output)
    }
  }

  /// Every file by itself: one that cannot be imported does not keep the others out.
  private func importEach(
    _ groups: [[ImportedFiles.Wanted]],
    _ shipped: String,
    _ output: StandardOutput
  ) throws -> ExitStatus {
    var failed: [String] = []
    var keepsOthers = false
    for (place, group) in groups.enumerated() {
      if place > 0, style != .json { try write("\n", output) }
      do {
        try importTogether(group, shipped, output, keepsOthers: keepsOthers)
        keepsOthers = keepsOthers || !isDryRun
      } catch is ImportInterruption {
        throw ImportInterruption(keepsOthers: keepsOthers)
      } catch let failure where Self.isOfFile(failure) {
        output.report(ErrorReport(failure))
        failed.append(group[0].path)
      }
    }
    guard !failed.isEmpty else { return .done }
    output.report("\(failed.count) of \(groups.count) files were not imported")
    return .failed
  }

  /// Whether a failure is of one file alone.
  private static func isOfFile(_ failure: any Error) -> Bool {
    (failure as? FileMistake)?.isOfWriting == false || failure is ImportMistake
  }

  /// All files of one argument, or none of them: a package is one change.
  private func importTogether(
    _ files: [ImportedFiles.Wanted],
    _ shipped: String,
    _ output: StandardOutput,
    keepsOthers: Bool
  ) throws {
    // What works through much looks for Ctrl-C by itself. Whatever else it falls into ends, too:
    // until the commit, a process that is killed leaves everything as it was.
    Interrupts.end(within: 80, saying: ImportInterruption.words(keepsOthers: keepsOthers))
    defer { Interrupts.wait() }
    let data = try ImportedData(
      changing: shipped,
      isRehearsal: isDryRun,
      waiting: .told(output) { !Interrupts.take() }
    )
    do {
      let keys = try Interrupts.during(.init(data.database.handle), interruptDatabase) {
        let keys = try files.compactMap { try importFile($0.path, $0.request, data, output) }
        if !keys.isEmpty { try writeToDisk(data, files) }
        return keys
      }
      guard !keys.isEmpty else { return data.rollBack() }
      Interrupts.wait()
      guard !Interrupts.take() else { throw ImportInterruption() }
      try data.commit {
        Interrupts.end(within: 80, saying: "imported; its log is put away by the next import")
      }
      try write(said(of: keys), output)
    } catch {
      data.rollBack()
      if (error as? DatabaseError)?.isInterruption == true { throw ImportInterruption() }
      throw error
    }
  }

  /// All that a commit would otherwise have to wait for.
  private func writeToDisk(_ data: ImportedData, _ files: [ImportedFiles.Wanted]) throws {
    let bar = ImportBar(named: files[0].path)
    defer { bar.clear() }
    try data.prepareToCommit { fraction in
      let progress = ImportProgress(phase: .keeping, fraction: fraction, rows: 0)
      guard bar.show(progress), !Interrupts.take() else { throw ImportInterruption() }
    }
  }

  /// What the tables are called that were written.
  private func said(of keys: [String]) -> String {
    guard style == .json else { return keys.map { "imported as `\($0)`\n" }.joined() }
    return ImportStyle.text(of: .object([("imported_as", .array(keys.map { .text($0) }))])) + "\n"
  }

  private func write(_ text: String, _ output: StandardOutput) throws {
    var said = OutputBuffer()
    said.append(text)
    try output.write(&said)
  }

  /// The name that a file is written under; `nil` where nothing is to be kept.
  private func importFile(
    _ path: String,
    _ request: ImportRequest,
    _ data: ImportedData,
    _ output: StandardOutput
  ) throws -> String? {
    let file = try SourceFile(reading: path, folder: ImportedFile.scratchFolder)
    let bar = ImportBar(named: file.name)
    defer { bar.clear() }
    let importer = Importer(file, request, into: data, sink: bar.sink(output))
    switch try importer.run(watch: { bar.show($0) && !Interrupts.take() }) {
    case .written(let key): return key
    case .known, .rehearsed: return nil
    }
  }
}
