package import Catalog
package import Planner
import QueryLanguage
package import Results
package import SQLCompiler

/// Turns rows of the database into rows of the answer, and notes what must be said about them.
package struct RowReader {
  let plan: QueryPlan
  private let columns: [SQLStatement.Column]
  private let sources: RowSources
  /// For each column of the question, the statement's column that holds its own value.
  private let values: [Int?]
  /// The statement's column that tells rows which sum up others.
  private let summary: Int?
  /// For each piece, whether it is partial; those read for windows only are not.
  private let partial: [Bool]
  /// The row at hand, and what the columns beside its figures say. Kept from row to row, since making them
  /// anew would cost more than reading the row.
  var place = RowPlace()
  var companions: Companions
  /// The hedges of the row before.
  var hedgesBefore: [Int]
  /// What was met in the rows so far.
  package internal(set) var met: Findings

  package init(_ plan: QueryPlan, _ statement: SQLStatement, _ catalog: any CatalogReader) {
    self.plan = plan
    columns = statement.columns
    met = Findings(
      pieces: plan.pieces.map { plan.query.extras.sources != nil || $0.isContext },
      isDivided: plan.query.keys.contains { $0.dimension != nil }
    )
    sources = RowSources(plan, catalog)
    summary = statement.columns.firstIndex(of: .summary)
    partial = plan.pieces.indices.map { !plan.pieces[$0].isContext && plan.isPartial($0) }
    companions = Companions(plan)
    hedgesBefore = companions.hedge
    values = plan.query.columns.indices.map { column in
      statement.columns.firstIndex { meaning in
        guard case .output(let index) = meaning else { return false }
        let output = plan.query.outputs[index]
        return output.content == .value && output.column == column
      }
    }
  }

  package mutating func read(_ row: some RawRow) -> AnswerRow {
    var cells: [Cell] = []
    cells.reserveCapacity(columns.count)
    place.begin()
    hedgesBefore = companions.hedge
    if let summary { place.sumUp(row.integer(at: summary)) }
    for (index, column) in columns.enumerated() {
      switch column {
      case .key(let key): cells.append(keyCell(key, row, at: index))
      case .output, .summary: continue
      case .withheld(let figure): companions.withheld[figure] = row.integer(at: index)
      case .empty(let figure): companions.empty[figure] = row.integer(at: index)
      case .periods(let figure): companions.periods[figure] = row.integer(at: index)
      case .hedge(let figure): companions.hedge[figure] = row.integer(at: index)
      case .bound(let output): companions.bound[output] = row.integer(at: index) != 0
      case .about(let output): companions.about[output] = row.integer(at: index) != 0
      case .zero(let output): companions.zero[output] = row.integer(at: index) != 0
      case .column: place.column = row.integer(at: index)
      }
    }
    place.piece = place.isAllOfTime ? nil : piece(of: place.codes)
    if let piece = place.piece {
      met.pieces[piece] = true
    } else {
      met.pieces = met.pieces.map { _ in true }
    }
    met.rowCount += 1
    for (index, column) in columns.enumerated() {
      guard case .output(let own) = column else { continue }
      cells.append(outputCell(own, row, at: index))
    }
    return AnswerRow(
      cells: cells,
      isPartial: isPartial,
      isSummary: place.isSummary,
      column: place.column
    )
  }

  private var isPartial: Bool {
    guard let piece = place.piece else { return partial.contains(true) }
    return place.source.map { plan.isPartial(piece, source: $0) } ?? partial[piece]
  }

  /// The piece that a row's periods name. Pieces are in order, and so are most rows.
  private func piece(of codes: [Int]) -> Int {
    guard let first = codes.first else { return 0 }
    var low = 0
    var high = plan.pieces.count
    while low < high {
      let middle = (low + high) / 2
      if plan.pieces[middle].codes[0] < first { low = middle + 1 } else { high = middle }
    }
    while low < plan.pieces.count - 1, plan.pieces[low].codes != codes { low += 1 }
    return min(low, plan.pieces.count - 1)
  }

  // MARK: Keys

  private mutating func keyCell(
    _ key: Int,
    _ row: some RawRow,
    at index: Int
  ) -> Cell {
    switch plan.query.keys[key] {
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
      return .text(row.isNull(at: index) ? "not told apart" : row.text(at: index))
    }
  }

  // MARK: Outputs

  private mutating func outputCell(
    _ index: Int,
    _ row: some RawRow,
    at column: Int
  ) -> Cell {
    let output = plan.query.outputs[index]
    if output.content == .sources { return .sources(sources.marks(of: place)) }
    if row.isNull(at: column) {
      // Where the row's own figure is there, what it is compared with is not.
      let isKnown = output.column.flatMap { values[$0] }.map { $0 != column && !row.isNull(at: $0) }
      let absence =
        isKnown == true && output.content != .rank && output.content != .reference
        ? Absence.notComparable : absence(of: output, index)
      met.note(absence)
      return .missing(absence)
    }
    guard let precision = precision(of: output, index) else {
      met.note(.notComparable)
      return .missing(.notComparable)
    }
    return .number(number(row, at: column), precision)
  }

  private func number(_ row: some RawRow, at index: Int) -> Number {
    guard row.isReal(at: index) else { return .integer(row.integer(at: index)) }
    let real = row.real(at: index)
    // A whole number stays whole: pounds are stored in thousandths and divided at the end.
    if let whole = Int(exactly: real), abs(whole) < 1 << 53 { return .integer(whole) }
    return .real(real)
  }
}

/// Which row a row is.
struct RowPlace {
  /// What the database calls the row's periods.
  var codes: [Int] = []
  var source: Int?
  /// Whether it sums up all periods.
  var isAllOfTime = false
  /// Whether it sums up others.
  var isSummary = false
  /// What such a row is called where rows are periods.
  var summaryName = "Total"
  /// The place of its column among those that `across` makes.
  var column = 0

  /// Forgets the row before.
  mutating func begin() {
    codes.removeAll(keepingCapacity: true)
    isAllOfTime = false
  }

  /// 0 for a row of figures, 1 for the others, 2 for the total.
  mutating func sumUp(_ summary: Int) {
    isSummary = summary > 0
    summaryName = summary == 1 ? "Others" : "Total"
  }
  /// Index into the plan's pieces; `nil` for all of them.
  var piece: Int? = 0
}

/// What the columns beside the figures say of one row.
struct Companions {
  var withheld: [Int]
  var empty: [Int]
  var hedge: [Int]
  /// Periods added up; -1 where they are not counted.
  var periods: [Int]
  /// For each output, whether it is made of a bound.
  var bound: [Bool]
  /// For each output, whether what it is compared with was stated with "about".
  var about: [Bool]
  /// For each output, whether it was divided by zero.
  var zero: [Bool]

  init(_ plan: QueryPlan) {
    withheld = Array(repeating: 0, count: plan.figures.count)
    empty = withheld
    hedge = withheld
    periods = Array(repeating: -1, count: plan.figures.count)
    bound = Array(repeating: false, count: plan.query.outputs.count)
    about = bound
    zero = bound
  }
}
