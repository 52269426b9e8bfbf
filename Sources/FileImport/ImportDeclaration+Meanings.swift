import Catalog
import Diagnostics
import Importing

/// What each column of a file is, as options say.
extension ImportDeclaration {
  /// The measures, and the ids of those of which every row is one.
  func takeMeasures(
    _ columns: NamedColumns,
    _ meanings: inout [FileFormat.Meaning],
    _ catalog: any CatalogReader
  ) throws -> (measures: [Measure], counted: [Int]) {
    let file = columns.file
    var (measures, counted): ([Measure], [Int]) = ([], [])
    for assignment in request.measures {
      let measure = try self.measure(assignment.name, catalog)
      measures.append(measure)
      guard let place = try figures(of: measure, assignment, columns, catalog) else {
        counted.append(measure.id)
        continue
      }
      guard meanings[place] == .ignored else { throw columns.usedTwice(place) }
      meanings[place] = .measure(measure.id)
    }
    guard !measures.isEmpty else {
      throw ImportMistake(
        "\(file.path): nothing says what is counted",
        hint:
          "--measure removals=Count names a column, --measure removals --count counts every row as one",
        try: [counting(columns, catalog)]
      )
    }
    guard !request.countsRows || !counted.isEmpty else {
      throw ImportMistake(
        "\(file.path): --count counts the rows for a measure without a column, and every measure has one",
        try: [.removing("--count")]
      )
    }
    try check(measures, file)
    return (measures, counted)
  }

  /// The ids of the dimensions that the table is broken down by.
  func takeBreakdowns(
    _ columns: NamedColumns,
    _ meanings: inout [FileFormat.Meaning],
    _ catalog: any CatalogReader
  ) throws -> [Int] {
    var dimensions: [Int] = []
    for assignment in request.breakdowns {
      let meaning = try self.meaning(of: assignment.name, catalog)
      let place = try columns.place(of: assignment.column ?? assignment.name)
      guard meanings[place] == .ignored else { throw columns.usedTwice(place) }
      guard !meanings.contains(meaning) else {
        throw ImportMistake(
          "\(columns.file.path): `\(assignment.name)` is named twice",
          try: [.removing("--by", assignment.text)]
        )
      }
      meanings[place] = meaning
      if case .dimensions(let own) = meaning { dimensions += own }
    }
    return dimensions
  }

  /// Counts have quarters; a level is one of a day.
  func checkQuarters(
    _ reading: FileReading,
    _ measures: [Measure],
    _ file: SourceFile
  ) throws {
    guard reading.time == .span,
      let level = measures.first(where: { $0.kind == .stock || $0.kind == .limit })
    else { return }
    let name = "\(level.name) by quarter"
    throw ImportMistake(
      "\(file.path): `\(level.name)` is a level, which is one of a day and not of a quarter",
      hint: "--by date=COLUMN, with the day of each reading; or a measure that is an average",
      try: request.measures.filter { Spelling.key(of: $0.name) == Spelling.key(of: level.name) }.map
      {
        .options(
          adding: [
            ImportRemedy.Option("--new-measure", "\(name):\(level.unit):average"),
            ImportRemedy.Option("--measure", "\(name)=\($0.column ?? $0.name)"),
          ],
          removing: [ImportRemedy.Option("--measure", $0.text)]
        )
      }
    )
  }

  /// A measure for the first column of figures that nothing is said of.
  private func counting(_ columns: NamedColumns, _ catalog: any CatalogReader) -> ImportRemedy {
    let guessed = GuessedColumns(
      TableSketch(of: columns.file, request.layout).without(columns: taken),
      request,
      catalog
    )
    let names = ["--new-measure", "--measure", "--count", "--marks", "--decimal"]
    return .options(adding: guessed.options.filter { names.contains($0.name) })
  }

  /// The columns that rows are broken down by.
  private var taken: [String] { request.breakdowns.map { $0.column ?? $0.name } }

  /// The place of the column that has the figures of a measure; `nil` where every row is one: it is
  /// said so, or every column is one that rows are broken down by.
  private func figures(
    of measure: Measure,
    _ assignment: ImportRequest.Assignment,
    _ columns: NamedColumns,
    _ catalog: any CatalogReader
  ) throws -> Int? {
    if let name = assignment.column { return try columns.place(of: name) }
    if request.countsRows { return nil }
    guard let place = try columns.place(like: assignment.name, measure, catalog) else {
      if measure.kind == .flow, try columns.haveNoneBeside(request.breakdowns) { return nil }
      throw MeasureWithoutColumn(assignment.name, columns, request, catalog).mistake
    }
    return place
  }
}
