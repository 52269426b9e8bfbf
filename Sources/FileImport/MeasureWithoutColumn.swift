import Catalog
import Importing

/// The error for a measure without a column, named by an option or by its own name.
struct MeasureWithoutColumn {
  private let name: String
  private let columns: NamedColumns
  private let request: ImportRequest

  init(_ name: String, _ columns: NamedColumns, _ request: ImportRequest) {
    self.name = name
    self.columns = columns
    self.request = request
  }

  /// It shows options that work: the measure with a column, or with `--count`.
  var mistake: ImportMistake {
    ImportMistake(
      "\(columns.file.path): no column is called `\(name)`; columns are \(columns.list)",
      hint: """
        a column has the figures, or every row is one:
          \(line(["--measure", "\(name)=\(column)"]))
          \(line(["--measure", name, "--count"]))
        """
    )
  }

  /// The only column without another meaning; where there are several, one of them must be named.
  private var column: String {
    let keys = request.breakdowns.map { Spelling.key(of: $0.column ?? $0.name) }
    let free = columns.names.filter { !keys.contains(Spelling.key(of: $0)) }
    return free.only ?? "COLUMN"
  }

  private func line(_ measure: [String]) -> String {
    let others = request.measures.filter { $0.name != name }.flatMap { ["--measure", $0.text] }
    let own = request.newMeasures.flatMap { ["--new-measure", $0] }
    let dimensions = request.newDimensions.flatMap { ["--new-dimension", $0] }
    let by =
      request.breakdowns.isEmpty ? [] : ["--by", request.breakdowns.map(\.text).joined(by: ",")]
    let words =
      ["tally", "import", columns.file.path] + own + dimensions + measure + others + by
      + request.scope.flatMap { ["--scope", $0.text] }
    return words.map(\.asShellWord).joined(by: " ")
  }
}
