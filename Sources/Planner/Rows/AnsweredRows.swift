import Catalog
import Diagnostics
import QueryLanguage

/// The rows of a question that the data hold: where each figure of each row comes from, from the
/// first row with an answer to the last.
struct AnsweredRows {
  private let query: ResolvedQuery
  private let supply: [FigureTables]
  let together: ExpressionTables
  private(set) var pieces: [RowPeriod]
  /// For each figure and piece, where it comes from.
  private var uses: [[[TableDays]]]
  /// What was left out, and what must be said of the rows, as sentences.
  private(set) var notes: [String] = []

  init(
    of query: ResolvedQuery,
    _ supply: [FigureTables],
    _ selection: AskedRows,
    _ catalog: any CatalogReader
  ) throws(Refusal) {
    self.query = query
    self.supply = supply
    let together = ExpressionTables(supply)
    self.together = together
    let asked = selection.pieces
    pieces = asked
    uses = supply.indices.map { figure in
      asked.map { together.uses(of: figure, forRow: $0, query) }
    }
    let levels = LevelsOverTime(query: query)
    if uses.joined().allSatisfy(\.isEmpty) { try levels.checkLimits(supply, selection) }
    let left = cutPiecesLeftOut
    if wholePieces.isEmpty, let missing = heldByOthersOnly {
      try levels.checkLimits([missing], selection)
      throw Refusal {
        NoPeriod(query, catalog, [missing], selection.days, named: selection.named).reason
      }
    }
    trim()
    leaveOutEmptyDays()
    guard !pieces.isEmpty else {
      // Tables that add up to the whole may hold other periods only.
      throw Refusal(better: query.extraOfWhole != nil ? [.notWhole(query, figure: 0)] : []) {
        NoPeriod(query, catalog, supply, selection.days, named: selection.named).reason
      }
    }
    try levels.check(selection) { [uses] figure in uses[figure].allSatisfy { !$0.isEmpty } }
    notes = left + (left.isEmpty ? laterBeginning : []) + otherTablesByYear + wholeTablesOnly
  }

  /// The rows, and the periods before them that windows read.
  var frame: Frame {
    let rows = withContext
    return Frame(query, supply, rows, together, uses: rows.count == pieces.count ? uses : nil)
  }

  // MARK: Trimming

  /// Cuts the rows to the data: from the first to the last period for which some column has every
  /// part.
  private mutating func trim() {
    let held = wholePieces
    guard let first = held.first, let last = held.last else {
      pieces = []
      return
    }
    pieces = Array(pieces[first...last])
    uses = uses.map { Array($0[first...last]) }
  }

  /// Levels are read now and then: days without a reading get no row.
  private mutating func leaveOutEmptyDays() {
    guard pieces.first?.period?.unit == .day else { return }
    let held = pieces.indices.filter { index in uses.contains { !$0[index].isEmpty } }
    pieces = held.map { [pieces] in pieces[$0] }
    uses = uses.map { figure in held.map { figure[$0] } }
  }

  /// The rows for which some column has every part that could be counted.
  private var wholePieces: [Int] {
    let columns = query.columns.filter(\.isShown).map { query.figures(in: $0.value) }
    return pieces.indices.filter { piece in
      columns.contains { column in
        column.contains { !uses[$0][piece].isEmpty }
          && column.allSatisfy { figure in
            !uses[figure][piece].isEmpty
              || pieces[piece].days.intersection(query.figures[figure].measure.existence).isEmpty
          }
      }
    }
  }

  // MARK: What is said

  /// Months at the ends of which the question wants only some days, and which are published whole.
  private var cutPiecesLeftOut: [String] {
    let columns = query.columns.filter(\.isShown).map { query.figures(in: $0.value) }
    let cut = pieces.indices.filter { index in
      pieces[index].isCutByQuestion && uses.allSatisfy { $0[index].isEmpty }
        && columns.contains { column in
          column.allSatisfy { supply[$0].covers(pieces[index].whole) }
        }
    }
    guard !cut.isEmpty, cut.count < pieces.count else { return [] }
    let names = cut.compactMap { pieces[$0].period }.listed
    return ["published for whole periods only; left out: \(names)"]
  }

  /// One table covers several years of a single row, where each year alone comes from another: the
  /// row is not the sum of the years.
  private var otherTablesByYear: [String] {
    guard !query.keys.contains(where: { $0.isTime || $0 == .source }),
      let days = pieces.first?.days, days.isFiscalYears
    else {
      return []
    }
    let differs = supply.contains { figure in
      guard figure.figure.measure.kind == .flow, figure.figure.fold == nil,
        figure.figure.expression == nil
      else { return false }
      let sources = figure.sources(for: days)
      return days.ranges.flatMap { Period.all(.fiscalYear, touching: $0) }.contains { year in
        !figure.sources(for: days.intersection(year.days)).isSubset(of: sources)
      }
    }
    return differs
      ? [
        "one table covers the whole period; "
          + "`by fy` takes the best table of each year, so its sum can differ"
      ] : []
  }

  /// Where the question begins before the data do.
  private var laterBeginning: [String] {
    guard let asked = query.days?.hull?.first, asked != .distantPast, let first = pieces.first,
      let period = first.period, asked < first.whole.first
    else { return [] }
    return ["the data begin with \(period.label)"]
  }

  /// That a share or total comes from a table that adds up to the whole, where another table would
  /// answer without it.
  private var wholeTablesOnly: [String] {
    guard let extra = query.extraOfWhole,
      supply.contains(where: { own in
        own.partialBreakdowns.contains { other in
          pieces.contains { piece in piece.days.ranges.contains { other.covers($0) } }
        }
      })
    else { return [] }
    return [
      "`\(extra.name)` needs a table that adds up to the whole; without it another one may answer"
    ]
  }

  /// The first figure that lacks rows that others have.
  private var heldByOthersOnly: FigureTables? {
    let held = supply.map { own in pieces.filter { !own.uses(for: $0.days).isEmpty }.count }
    guard let most = held.max(), most > 0, let least = held.min(), least < most else { return nil }
    return held.firstIndex(of: least).map { supply[$0] }
  }

  // MARK: Windows

  /// The rows with the periods before them that windows read; between them too where some were left
  /// out.
  private var withContext: [RowPeriod] {
    let units = query.keys.compactMap(\.timeUnit)
    let count = query.extras.columns.reduce(0) { known, extra in
      if case .rolling(let count) = extra { max(known, count) } else { known }
    }
    guard count > 1, let finest = units.min(),
      let first = pieces.first?.whole.first, let last = pieces.last?.whole.last
    else { return pieces }
    let start = Period(finest, containing: first).advanced(by: 1 - count).days.first
    return RowPeriod.all(units, in: DaySet([DayRange(start, last)])).map { piece in
      pieces.first { $0.periods == piece.periods } ?? piece.coded(for: query).asContext
    }
  }
}

extension DaySet {
  /// Whether it is made of whole fiscal years.
  fileprivate var isFiscalYears: Bool {
    ranges.allSatisfy { range in
      Period(.fiscalYear, containing: range.first).days.first == range.first
        && Period(.fiscalYear, containing: range.last).days.last == range.last
    }
  }
}
