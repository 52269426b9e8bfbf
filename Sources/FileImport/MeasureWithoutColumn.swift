import Catalog
import Diagnostics
import Importing

/// The error for a measure without a column, named by an option or by its own name.
struct MeasureWithoutColumn {
  private let name: String
  private let columns: NamedColumns
  private let request: ImportRequest
  private let catalog: any CatalogReader

  init(
    _ name: String,
    _ columns: NamedColumns,
    _ request: ImportRequest,
    _ catalog: any CatalogReader
  ) {
    self.catalog = catalog
    self.name = name
    self.columns = columns
    self.request = request
  }

  /// It shows options that work: the measure with a column, or with `--count`.
  var mistake: ImportMistake {
    ImportMistake(
      "\(columns.file.path): no column is called `\(name)`; columns are \(columns.list)",
      hint: "a column has the figures, or every row is one",
      try: free.prefix(3).map { .replacing("--measure", name, by: "\(name)=\($0)") }
        + [.adding("--count")]
    )
  }

  /// The columns without another meaning, and of these the ones that hold figures.
  private var free: [String] {
    let keys = request.breakdowns.map { Spelling.key(of: $0.column ?? $0.name) }
    let all = columns.names.filter { !$0.isEmpty && !keys.contains(Spelling.key(of: $0)) }
    let sketch = TableSketch(of: columns.file, request.layout).without(columns: Array(keys))
    let figures = GuessedColumns(sketch, request, catalog).figures
    return figures.isEmpty ? all : figures
  }
}
