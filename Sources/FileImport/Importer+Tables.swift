import Catalog
import Diagnostics
import Importing
import Store

/// The tables that a file is made into.
extension Importer {
  /// `watch` receives the fraction done, and stops by throwing.
  func tables(
    _ piece: CountedPiece,
    _ values: ValuesOfFile,
    _ watch: (Double) throws -> Void
  ) throws -> [TableInMaking] {
    try watch(0)
    let (reading, counted) = (piece.reading, piece.counted)
    let tables = try reading.format.tables.map { format in
      let table = TableOfFile(format, reading, values, catalog)
      let sums = try TableSums(
        of: counted,
        as: table.target,
        file: piece.file.path,
        period: piece.periods.code
      )
      return TableInMaking(table: table, sums: sums, time: reading.time, piece: piece)
    }
    try checkThatNothingIsLeftOut(tables, counted, reading)
    let filled = try tables.enumerated().compactMap { index, table -> TableInMaking? in
      guard table.hasRows else { return nil }
      var table = table
      // The others only break down what the first table holds.
      if index == 0 || !tables[0].hasAllRows {
        table.totals = try explaining(table) {
          try table.sums.totals { try watch((Double(index) + $0) / Double(tables.count)) }
        }
      }
      return table
    }
    return filled
  }

  /// Runs something with the sums of a table, and turns a failure to sum into an error that names
  /// the place.
  func explaining<Result>(
    _ table: TableInMaking,
    _ body: () throws -> Result
  ) throws -> Result {
    let counted = table.piece.counted
    do {
      return try body()
    } catch let misplaced as MisplacedValue {
      let column = counted.shape.column(ofKey: misplaced.key)
      throw FileMistake(
        table.piece.file.path,
        line: counted.lines[misplaced.key][misplaced.text],
        column: .init(name: counted.shape.columns[column], number: column + 1),
        "`\(counted.texts[misplaced.key][misplaced.text])` does not fit the rest of its row"
      )
    } catch let cells as CellsWithoutSum {
      throw mistake(cells, table)
    }
  }

  private func mistake(_ cells: CellsWithoutSum, _ table: TableInMaking) -> FileMistake {
    let name = catalog.measure(table.table.measures[cells.figure])?.name ?? ""
    let values = zip(table.table.members, cells.places).map { members, place in
      catalog.member(members[place])?.name ?? ""
    }
    let days = table.days(of: cells.period)
    let row = (values + [shortDates(of: days)]).joined(by: ", ")
    let lines = LinesOfRow(table, cells).found
    let place = lines.count > 1 ? " (lines \(lines.map(String.init).joined(by: ", ")))" : ""
    switch cells.reason {
    case .levels:
      return FileMistake(
        table.piece.file.path,
        line: lines.last,
        "several rows give `\(name)` for \(row)\(place); levels cannot be added",
        hint: "name another column with --by (`date` for daily readings)",
        try: distinguishing(lines, table)
      )
    case .partlyEmpty:
      return FileMistake(
        table.piece.file.path,
        line: lines.last,
        "some rows for \(row) have `\(name)`, some are empty\(place): they cannot be added",
        hint: "name another column with --by",
        try: distinguishing(lines, table)
      )
    }
  }

  /// Breaks the table down by the first column that is not read; without one, shows the rows.
  private func distinguishing(_ lines: [Int], _ table: TableInMaking) -> [ImportRemedy] {
    let shape = table.piece.counted.shape
    let free = shape.columns.indices.first {
      shape.roles[$0] == .ignored && !shape.columns[$0].isEmpty
    }
    guard let free, !request.measures.isEmpty else { return [.showing(lines)] }
    let name = shape.columns[free]
    guard SketchedColumn.time(inName: name) == nil else {
      let times = ["fy", "cy", "month", "quarter", "date"]
      let old = request.breakdowns.first { times.contains(Spelling.key(of: $0.name)) }
      let removed = old.map { [ImportRemedy.Option("--by", $0.text)] } ?? []
      return [
        .options(adding: [ImportRemedy.Option("--by", "date=\(name)")], removing: removed),
        .showing(lines),
      ]
    }
    return [
      .options(
        adding: [
          ImportRemedy.Option("--new-dimension", name), ImportRemedy.Option("--by", name),
          ImportRemedy.Option("--add-values"),
        ]
      ), .showing(lines),
    ]
  }

  /// Every row belongs to some table: a value that no table keeps would be lost silently.
  private func checkThatNothingIsLeftOut(
    _ tables: [TableInMaking],
    _ counted: CountedTable,
    _ reading: FileReading
  ) throws {
    guard tables.allSatisfy({ !$0.table.target.filters.isEmpty }) else { return }
    for key in Set(tables.flatMap { $0.table.target.filters.map(\.key) }) {
      for (text, name) in counted.texts[key].enumerated() {
        let isKept = tables.contains { table in
          table.table.target.filters.allSatisfy { $0.key != key || $0.keeps[text] }
        }
        guard !isKept else { continue }
        let column = counted.shape.column(ofKey: key)
        throw FileMistake(
          file.path,
          line: counted.lines[key][text],
          column: .init(name: counted.shape.columns[column], number: column + 1),
          "`\(name)` is in no table of \(reading.format.name)"
        )
      }
    }
  }
}
