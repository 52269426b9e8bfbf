package import Catalog
package import Planner
import QueryLanguage
package import Results
package import SQLCompiler

/// Turns rows of the database into rows of the answer, and notes what must be said about them.
package struct RowReader {
  private let plan: QueryPlan
  private let columns: [SQLStatement.Column]
  /// What was met in the rows so far.
  package private(set) var met: Findings

  /// Things in the rows that a note must explain.
  package struct Findings {
    package var absences: [AbsenceKind] = []
    /// Steps to which figures shown were rounded.
    package var roundings = IDSet()
    package var hedges = IDSet()
    /// Number of cells withheld in sums that are shown.
    package var withheldCells = 0
    /// Number of sums that lack periods in which the value is not told apart.
    package var shortSums = 0
    /// Number of cells not published in sums that are shown.
    package var emptyCells = 0
    /// For each piece of the plan, whether a row is about it.
    package var pieces: [Bool]
    package var rowCount = 0

    package enum AbsenceKind: Int, CaseIterable {
      case withheld, notPublished, notApplicable, small, withinOther, notHeld
    }
  }

  package init(_ plan: QueryPlan, _ statement: SQLStatement) {
    self.plan = plan
    columns = statement.columns
    met = Findings(pieces: Array(repeating: false, count: plan.pieces.count))
  }

  package mutating func read(_ row: some RawRow) -> AnswerRow {
    var codes: [Int] = []
    var cells: [Cell] = []
    var companions = Companions(plan.figures.count)
    for (index, column) in columns.enumerated() {
      switch column {
      case .key(let key): cells.append(keyCell(key, row, at: index, &codes))
      case .column: continue
      case .withheld(let figure): companions.withheld[figure] = row.integer(at: index)
      case .empty(let figure): companions.empty[figure] = row.integer(at: index)
      case .periods(let figure): companions.periods[figure] = row.integer(at: index)
      case .hedge(let figure): companions.hedge[figure] = row.integer(at: index)
      }
    }
    let piece = piece(of: codes)
    met.pieces[piece] = true
    met.rowCount += 1
    for (index, column) in columns.enumerated() {
      guard case .column(let own) = column else { continue }
      cells.append(figureCell(own, row, at: index, piece, companions))
    }
    return AnswerRow(cells: cells, isPartial: plan.isPartial(piece))
  }

  /// The piece that a row's periods name. Pieces are in order, and so are most rows.
  private func piece(of codes: [Int]) -> Int {
    guard let first = codes.first else { return 0 }
    var low = 0
    var high = plan.pieces.count
    while low < high {
      let middle = (low + high) / 2
      if plan.pieces[middle].periods[0].code < first { low = middle + 1 } else { high = middle }
    }
    while low < plan.pieces.count - 1, !plan.pieces[low].isAbout(codes) { low += 1 }
    return min(low, plan.pieces.count - 1)
  }

  /// What the columns beside the figures say of one row.
  private struct Companions {
    var withheld: [Int]
    var empty: [Int]
    var hedge: [Int]
    /// Periods added up; -1 where they are not counted.
    var periods: [Int]

    init(_ count: Int) {
      withheld = Array(repeating: 0, count: count)
      empty = withheld
      hedge = withheld
      periods = Array(repeating: -1, count: count)
    }
  }

  // MARK: Keys

  private func keyCell(
    _ key: Int,
    _ row: some RawRow,
    at index: Int,
    _ codes: inout [Int]
  ) -> Cell {
    switch plan.query.keys[key] {
    case .time(let unit):
      let code = row.integer(at: index)
      codes.append(code)
      return .period(Period(unit, code: code))
    case .dimension:
      return .text(row.isNull(at: index) ? "not told apart" : row.text(at: index))
    }
  }

  // MARK: Figures

  private mutating func figureCell(
    _ column: Int,
    _ row: some RawRow,
    at index: Int,
    _ piece: Int,
    _ companions: Companions
  ) -> Cell {
    let value = plan.query.columns[column].value
    if row.isNull(at: index) {
      let absence = absence(of: value, piece, companions)
      if !met.absences.contains(absence.kind) { met.absences.append(absence.kind) }
      return .missing(absence)
    }
    let precision = precision(of: value, piece, companions)
    return .number(number(row, at: index), precision)
  }

  private func number(_ row: some RawRow, at index: Int) -> Number {
    guard row.isReal(at: index) else { return .integer(row.integer(at: index)) }
    let real = row.real(at: index)
    // A whole number stays whole: pounds are stored in thousandths and divided at the end.
    if let whole = Int(exactly: real), abs(whole) < 1 << 53 { return .integer(whole) }
    return .real(real)
  }

  private func absence(
    of value: ResolvedQuery.Value,
    _ piece: Int,
    _ companions: Companions
  ) -> Absence {
    switch value {
    case .operation(_, let left, let right):
      let first = absence(of: left, piece, companions)
      return first == .notHeld ? absence(of: right, piece, companions) : first
    case .figure(let figure):
      if companions.withheld[figure] > 0 { return .withheld }
      if companions.empty[figure] > 0 { return .notPublished }
      guard let source = plan.figures[figure].sources[piece].first else { return .notHeld }
      switch plan.figures[figure].segments[source].candidate.dataset.absent {
      case .small: return .small
      case .withinOther: return .withinOther
      case .zero, .unknown: return .notHeld
      }
    }
  }

  private mutating func precision(
    of value: ResolvedQuery.Value,
    _ piece: Int,
    _ companions: Companions
  ) -> Precision {
    switch value {
    case .operation(let sign, let left, let right):
      let pair = (precision(of: left, piece, companions), precision(of: right, piece, companions))
      return combined(pair.0, pair.1, sign)
    case .figure(let figure): return precision(ofFigure: figure, piece, companions)
    }
  }

  private mutating func precision(
    ofFigure figure: Int,
    _ piece: Int,
    _ companions: Companions
  ) -> Precision {
    let own = plan.figures[figure]
    let hedge = companions.hedge[figure]
    if hedge > 0 {
      met.hedges.insert(hedge)
      let stated = Precision(hedge: hedge)
      // A part of a period is a floor: with a ceiling it makes neither.
      let isPart = own.isPartial(piece, plan.pieces[piece])
      return stated == .ceiling && isPart ? .approximate : stated
    }
    met.withheldCells += companions.withheld[figure]
    let unpublished = companions.empty[figure] - companions.withheld[figure]
    if unpublished > 0 { met.emptyCells += unpublished }
    let counted = companions.periods[figure]
    let isShort = counted >= 0 && counted < own.periodCount(piece)
    if isShort { met.shortSums += 1 }
    if companions.withheld[figure] > 0 || unpublished > 0 || isShort { return .floor }
    let rounding = own.sources[piece].map { own.segments[$0].candidate.dataset.rounding }.max() ?? 1
    guard rounding > 1 else { return .exact }
    met.roundings.insert(rounding)
    return .approximate
  }

  private func combined(_ a: Precision, _ b: Precision, _ sign: Query.Operator) -> Precision {
    if a == .exact, b == .exact { return .exact }
    guard sign == .add else { return .approximate }
    if a == .floor || b == .floor { return a == .ceiling || b == .ceiling ? .approximate : .floor }
    return a == .ceiling || b == .ceiling ? .ceiling : .approximate
  }
}

extension Precision {
  /// A hedge as the fact tables code it: 1 more than, 2 at least, 3 nearly, 4 about, 5 up to, 6 vague.
  init(hedge: Int) {
    switch hedge {
    case 1, 2, 6: self = .floor
    case 3, 5: self = .ceiling
    case 4: self = .approximate
    default: self = .exact
    }
  }
}

extension Piece {
  fileprivate func isAbout(_ codes: [Int]) -> Bool {
    zip(periods, codes).allSatisfy { $0.code == $1 }
  }
}

extension Absence {
  fileprivate var kind: RowReader.Findings.AbsenceKind {
    switch self {
    case .withheld: .withheld
    case .notPublished: .notPublished
    case .notApplicable: .notApplicable
    case .small: .small
    case .withinOther: .withinOther
    case .notHeld: .notHeld
    }
  }
}
