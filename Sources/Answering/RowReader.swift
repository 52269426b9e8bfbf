import Catalog
import Planner
import QueryLanguage
import Results
import SQLCompiler

/// Turns rows of the database into rows of the answer, and collects what must be said about them.
package struct RowReader {
  let plan: QueryPlan
  private let columns: [SQLStatement.ResultColumn]
  private let keys: [KeyColumn]
  private let sources: RowSources
  /// For each column of the question, the statement's column that holds its own value.
  private let values: [Int?]
  /// The statement's column that marks rows that sum up others.
  private let summary: Int?
  /// For each piece, whether it is partial; those read for windows only are not.
  private let partial: [Bool]
  /// The same for each output of a piece; empty where all outputs are alike.
  private let partialOutputs: [[Bool]]
  /// The current row, and what the columns beside its figures say. Reused from row to row, since
  /// allocating them again would cost more than reading the row.
  var place = RowPlace()
  var companions: FigureMarks
  /// The hedges of the row before.
  var hedgesBefore: [Int]
  private let hasHedges: Bool
  private var pieces: PieceFinder
  private var steady: SteadyPrecision
  /// What was found in the rows so far.
  package internal(set) var findings: RowFindings

  init(_ plan: QueryPlan, _ statement: SQLStatement, _ catalog: any CatalogReader) {
    self.plan = plan
    columns = statement.columns
    keys = plan.query.keys.map(KeyColumn.init)
    pieces = PieceFinder(plan)
    steady = SteadyPrecision(plan, statement)
    findings = RowFindings(
      pieces: plan.pieces.map { plan.query.extras.sources != nil || $0.isContext },
      isDivided: plan.query.keys.contains { $0.dimension != nil }
    )
    sources = RowSources(plan, catalog)
    summary = statement.columns.firstIndex(of: .summary)
    partial = plan.pieces.indices.map { !plan.pieces[$0].isContext && plan.isPartial($0) }
    partialOutputs = Self.partialOutputs(of: plan)
    companions = FigureMarks(plan)
    hedgesBefore = companions.hedge
    hasHedges = statement.columns.contains { if case .hedge = $0 { true } else { false } }
    values = plan.query.columns.indices.map { column in
      statement.columns.firstIndex { meaning in
        guard case .output(let index) = meaning else { return false }
        let output = plan.query.outputs[index]
        return output.content == .value && output.column == column
      }
    }
  }

  /// Reads a row into the storage of the one before.
  mutating func read(_ row: some RawRow, into answer: inout AnswerRow) {
    answer.cells.removeAll(keepingCapacity: true)
    place.begin()
    if hasHedges { hedgesBefore = companions.hedge }
    if let summary { place.sumUp(row.integer(at: summary)) }
    for (index, column) in columns.enumerated() {
      switch column {
      case .key(let key): answer.cells.append(keyCell(keys[key], row, at: index))
      case .output, .summary: continue
      case .withheld(let figure): companions.withheld[figure] = row.integer(at: index)
      case .empty(let figure): companions.empty[figure] = row.integer(at: index)
      case .untold(let figure): companions.untold[figure] = row.integer(at: index) != 0
      case .periods(let figure): companions.periods[figure] = row.integer(at: index)
      case .hedge(let figure): companions.hedge[figure] = row.integer(at: index)
      case .bound(let output): companions.bound[output] = row.integer(at: index) != 0
      case .about(let output): companions.about[output] = row.integer(at: index) != 0
      case .zero(let output): companions.zero[output] = row.integer(at: index) != 0
      case .column: place.column = row.integer(at: index)
      }
    }
    place.piece = place.isAllOfTime ? nil : pieces.piece(of: place.codes)
    if let piece = place.piece {
      findings.pieces[piece] = true
    } else {
      findings.pieces = findings.pieces.map { _ in true }
    }
    findings.rowCount += 1
    for (index, column) in columns.enumerated() {
      guard case .output(let own) = column else { continue }
      answer.cells.append(outputCell(own, row, at: index))
    }
    answer.isPartial = isPartial
    if !partialOutputs.isEmpty, place.source == nil {
      answer.partialFigures = place.piece.map { partialOutputs[$0] } ?? []
    }
    answer.isSummary = place.isSummary
    answer.column = place.column
  }

  /// Whether there is nothing to note about a row: all its figures are there, and rows of its piece
  /// were read before. If so, it counts as read.
  mutating func passes(_ row: OrderedRows) -> Bool {
    place.begin()
    for index in keys.indices where keys[index].isTime {
      place.codes.append(row.integer(at: index))
    }
    let piece = pieces.piece(of: place.codes)
    guard steady.knowsAll(piece) else { return false }
    for index in 0..<row.figureCount where !row.isWritable(index) { return false }
    findings.rowCount += 1
    return true
  }

  private static func partialOutputs(of plan: QueryPlan) -> [[Bool]] {
    guard plan.query.columns.count > 1 else { return [] }
    let all = plan.pieces.indices.map { piece in
      plan.query.outputs.map { output in
        output.column.map { plan.isPartial(piece, column: $0) } ?? false
      }
    }
    return all.contains { Set($0).count > 1 } ? all : []
  }

  private var isPartial: Bool {
    guard let piece = place.piece else { return partial.contains(true) }
    return place.source.map { plan.isPartial(piece, source: $0) } ?? partial[piece]
  }

  // MARK: Keys

  private mutating func keyCell(
    _ key: KeyColumn,
    _ row: some RawRow,
    at index: Int
  ) -> Cell {
    switch key {
    case .time(let unit):
      guard !row.isNull(at: index) else {
        defer { place.isAllOfTime = true }
        return .text(place.isAllOfTime ? "" : place.summaryName)
      }
      let code = row.integer(at: index)
      place.codes.append(code)
      return .period(Period(unit, code: code))
    case .administration:
      guard !row.isNull(at: index) else {
        defer { place.isAllOfTime = true }
        return .text(place.isAllOfTime ? "" : place.summaryName)
      }
      let name = row.text(at: index)
      let own = plan.pieces.first { $0.administration?.name == name }?.administration
      place.codes.append(own?.id ?? 0)
      return .text(name)
    case .source:
      let source = row.integer(at: index)
      place.source = source
      return .text(sources.name(of: source))
    case .dimension:
      return .text(row.isNull(at: index) ? CodedKey.nameless : row.text(at: index))
    }
  }

  // MARK: Outputs

  private mutating func outputCell(
    _ index: Int,
    _ row: some RawRow,
    at column: Int
  ) -> Cell {
    let number = row.number(at: column)?.whole
    if let number, let precision = steady.known(index, place.piece) {
      return .number(number, precision)
    }
    let output = plan.query.outputs[index]
    if output.content == .sources { return .sources(sources.marks(of: place)) }
    guard let number else {
      // Where the row's own figure exists, the one that it is compared with is missing.
      let isKnown = output.column.flatMap { values[$0] }.map { $0 != column && !row.isNull(at: $0) }
      let absence =
        isKnown == true && output.content != .rank && output.content != .reference
        ? Absence.notComparable : absence(of: output, index)
      findings.note(absence)
      return .missing(absence)
    }
    guard let precision = precision(of: output, index) else {
      findings.note(.notComparable)
      return .missing(.notComparable)
    }
    steady.note(precision, of: index, place.piece)
    return .number(number, precision)
  }
}

extension Number {
  /// A whole number stays whole: pounds are stored in thousandths and divided at the end.
  var whole: Number {
    guard case .real(let real) = self, let whole = Int(exactly: real), abs(whole) < 1 << 53 else {
      return self
    }
    return .integer(whole)
  }
}

/// The cell of a key's column.
private enum KeyColumn {
  case time(TimeUnit)
  case administration
  case source
  case dimension

  init(_ key: ResolvedQuery.Key) {
    switch key {
    case .time(let unit): self = .time(unit)
    case .administration: self = .administration
    case .source: self = .source
    case .dimension: self = .dimension
    }
  }

  var isTime: Bool { if case .time = self { true } else { false } }
}

/// Finds the piece of the plan that a row is about.
private struct PieceFinder {
  private let codes: [[Int]]
  /// The piece of the row before, which most rows share.
  private var last = 0

  init(_ plan: QueryPlan) { codes = plan.pieces.map(\.codes) }

  /// The piece that a row's periods name. Pieces are in order, and so are most rows.
  mutating func piece(of own: [Int]) -> Int {
    guard let first = own.first else { return 0 }
    if codes[last] == own { return last }
    var low = 0
    var high = codes.count
    while low < high {
      let middle = (low + high) / 2
      if codes[middle][0] < first { low = middle + 1 } else { high = middle }
    }
    while low < codes.count - 1, codes[low] != own { low += 1 }
    last = min(low, codes.count - 1)
    return last
  }
}
