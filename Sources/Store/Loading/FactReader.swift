internal import Catalog
import Diagnostics
import Importing

/// Reads the data file of one published table and checks every cell.
struct FactReader {
  private let path: String
  private let dataset: PublishedDataset
  private let loader: SeedLoader
  private let lookups: [MemberLookup]
  private let decimals: [Int]
  private var reader: CSVReader
  private var columns: [String] = []
  private var rows: FactRows
  /// How the period of the row before was written, and its code.
  private var lastPeriod: (text: UnsafeRawBufferPointer, code: Int)?
  /// The sum of the absolute figures of each measure: when it fits, the sum of any rows does.
  private var magnitudes: [Int64]

  static func rows(
    of dataset: PublishedDataset,
    in path: String,
    loader: SeedLoader
  ) throws -> FactRows {
    var reader = try FactReader(dataset, path: path, loader: loader)
    return try reader.readAll()
  }

  private init(_ dataset: PublishedDataset, path: String, loader: SeedLoader) throws {
    self.path = path
    self.dataset = dataset
    self.loader = loader
    lookups = dataset.dimensions.map { MemberLookup(loader.dimensions[$0 - 1].memberNumbers) }
    decimals = dataset.measures.map { loader.measures[$0 - 1].decimals }
    reader = CSVReader(try FileBytes(reading: path))
    rows = FactRows(
      dimensionCount: dataset.dimensions.count,
      measureCount: dataset.measures.count
    )
    magnitudes = Array(repeating: 0, count: dataset.measures.count)
  }

  private mutating func readAll() throws -> FactRows {
    let names =
      dataset.time.columns + dataset.dimensions.map { loader.dimensions[$0 - 1].key }
      + dataset.measures.map { loader.measures[$0 - 1].key }
    columns = try reader.readHeader(names, optional: ["qualifier"], of: path)
    while try reader.nextRow(of: path, columns: columns) { try readRow() }
    try checkEnds()
    return rows
  }

  private mutating func readRow() throws {
    try readTime()
    var column = dataset.time.columns.count
    for lookup in lookups {
      guard let member = lookup.member(reader.bytes(at: column)) else {
        throw unknownMember(column)
      }
      rows.members.append(member)
      column += 1
    }
    for measure in magnitudes.indices {
      try readFigure(measure, column)
      column += 1
    }
    rows.hedges.append(column < columns.count ? try hedge(column) : 0)
    rows.lines.append(reader.line)
  }

  private mutating func readTime() throws {
    let period = try self.period(0)
    let end = dataset.time == .span ? try self.period(1) : period
    if end < period { throw error(1, "the span ends before it starts") }
    if period < dataset.first {
      throw error(0, "lies before \(dataset.row["from"]), where the table begins")
    }
    if end > dataset.last {
      let column = dataset.time == .span ? 1 : 0
      throw error(column, "lies after \(dataset.row["to"]), where the table ends")
    }
    if let previous = rows.periods.last, period < previous {
      throw error(0, "the rows are not sorted by time")
    }
    if dataset.time == .span {
      let known = rows.spanEnds.updateValue(end, forKey: period)
      if let known, known != end { throw error(1, "another row has this start and another end") }
    }
    rows.periods.append(period)
  }

  /// Rows come sorted by time: most have the period of the row before.
  private mutating func period(_ column: Int) throws -> Int {
    let text = reader.bytes(at: column)
    if column == 0, let last = lastPeriod, last.text.elementsEqual(text) { return last.code }
    let code = try code(column)
    if column == 0 { lastPeriod = (text, code) }
    return code
  }

  private func code(_ column: Int) throws -> Int {
    guard let code = dataset.time.code(of: reader.bytes(at: column)) else {
      let text = reader.text(at: column)
      throw error(column, "`\(text)` is not a period like \(dataset.time.example)")
    }
    return code
  }

  private mutating func readFigure(_ measure: Int, _ column: Int) throws {
    let cell = reader.bytes(at: column)
    if cell.isEmpty || cell.elementsEqual("D".utf8) {
      rows.figures.append(0)
      rows.marks.append(cell.isEmpty ? CellMark.empty : CellMark.withheld)
      return
    }
    let figure: Int64
    do throws(FigureCell.Flaw) {
      figure = try FigureCell.plainValue(cell, decimals: decimals[measure])
    } catch {
      throw badFigure(error, measure, column)
    }
    let (sum, isTooLarge) = magnitudes[measure].addingReportingOverflow(abs(figure))
    guard !isTooLarge else { throw error(column, FigureCell.sumTooLarge) }
    magnitudes[measure] = sum
    rows.figures.append(figure)
    rows.marks.append(CellMark.number)
  }

  private func hedge(_ column: Int) throws -> UInt8 {
    let word = reader.text(at: column)
    guard let hedge = word.isEmpty ? .exact : Hedge(rawValue: word) else {
      let words = Hedge.allCases.map(\.rawValue)
      throw error(
        column,
        "`\(word)` is not one of " + words.joined(separator: ", "),
        hint: nearestHint(to: word, among: words)
      )
    }
    return UInt8(hedge.code)
  }

  /// The periods stated in the catalog are the first and the last held.
  private func checkEnds() throws {
    guard let first = rows.periods.first else {
      throw FileMistake(path, line: 1, "the table has no rows")
    }
    let last = rows.spanEnds.values.max() ?? rows.periods.last
    let message = "no row of \(path) is of that period"
    if first != dataset.first { throw dataset.row.error("from", message) }
    if last != dataset.last { throw dataset.row.error("to", message) }
  }
}

extension FactReader {
  private func error(_ column: Int, _ message: String, hint: String? = nil) -> FileMistake {
    FileMistake(
      path,
      line: reader.line,
      column: .init(name: columns[column], number: column + 1),
      message,
      hint: hint
    )
  }

  private func unknownMember(_ column: Int) -> FileMistake {
    let key = reader.text(at: column)
    let known = loader.dimensions[
      dataset.dimensions[column - dataset.time.columns.count] - 1
    ].memberNumbers.keys
    return error(
      column,
      "no member `\(key)` in dimension \(columns[column])",
      hint: nearestHint(to: key, among: known.sorted())
    )
  }

  private func badFigure(_ flaw: FigureCell.Flaw, _ measure: Int, _ column: Int) -> FileMistake {
    let text = reader.text(at: column)
    return switch flaw {
    case .notANumber:
      error(column, "`\(text)` is not a plain number", hint: "12345, empty, or D for withheld")
    case .tooPrecise:
      error(
        column,
        "`\(text)` has more than \(decimals[measure]) decimals",
        hint: "see `decimals` in measures.csv"
      )
    case .tooLarge, .cut: error(column, "`\(text)` is too large for 64 bits")
    }
  }
}
