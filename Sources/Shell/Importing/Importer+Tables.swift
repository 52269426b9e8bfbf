import Catalog
import Diagnostics
import Importing
import Store

/// The tables that a file is made into.
extension Importer {
  func tables(
    _ reading: FileReading,
    _ counted: CountedTable,
    _ values: ValuesOfFile,
    _ periods: PeriodsOfFile
  ) throws -> [TableInMaking] {
    let tables = try reading.format.tables.map { format in
      let table = TableOfFile(format, reading, values) { catalog.member($0)?.dimension }
      let sums = try PeriodSums(
        of: counted,
        as: table.target,
        file: file.path,
        period: periods.code
      )
      return TableInMaking(table: table, sums: sums, time: reading.time)
    }
    try checkThatNothingIsLeftOut(tables, counted, reading)
    let filled = try tables.enumerated().compactMap { index, table -> TableInMaking? in
      guard table.hasRows else { return nil }
      var table = table
      // What the first table holds the others only tell apart.
      if index == 0 || !tables[0].hasAllRows { table.totals = try totals(of: table.sums, counted) }
      return table
    }
    guard filled.contains(where: \.hasFigures) else {
      throw FileMistake(file.path, "holds no figure: every cell of what it counts is empty")
    }
    return filled
  }

  private func totals(
    of sums: PeriodSums,
    _ counted: CountedTable
  ) throws -> [(period: Int, figures: [Int64?])] {
    do {
      return try sums.totals()
    } catch let misplaced as MisplacedValue {
      throw mistake(misplaced, counted)
    }
  }

  func mistake(_ misplaced: MisplacedValue, _ counted: CountedTable) -> FileMistake {
    let column = counted.shape.column(ofKey: misplaced.key)
    return FileMistake(
      file.path,
      line: counted.lines[misplaced.key][misplaced.text],
      column: .init(name: counted.shape.columns[column], number: column + 1),
      "`\(counted.texts[misplaced.key][misplaced.text])` does not fit the rest of its row"
    )
  }

  /// Every row belongs to some table: a value that no table keeps would be lost without a word.
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

/// A table of a file on its way into the database.
struct TableInMaking {
  let table: TableOfFile
  let sums: PeriodSums
  /// How its periods are coded.
  let time: PublishedTime
  /// The sum of every figure in each period, of tables that add up to something of their own.
  var totals: [(period: Int, figures: [Int64?])] = []

  var hasFigures: Bool { totals.contains { $0.figures.contains { $0 != nil } } }
  var hasAllRows: Bool { table.target.filters.isEmpty }
  var hasRows: Bool { table.target.filters.allSatisfy { $0.keeps.contains(true) } }
}
