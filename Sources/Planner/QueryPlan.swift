package import Catalog
package import Diagnostics
package import QueryLanguage

/// How a question will be answered: which dataset answers which figure for which row.
///
/// Each figure is summed inside its datasets before anything is joined.
package struct QueryPlan: Sendable {
  package let query: ResolvedQuery
  /// The rows of the answer, and those that windows over them read too.
  package let main: Frame
  /// The periods that rows are compared with.
  package let references: [Reference]
  /// Where two sources meet inside the answer.
  package let seams: [Seam]
  /// Months that the question cuts in two, when the answer is one row.
  package let edges: [Edge]
  /// What was assumed, the resolver's assumptions included.
  package let assumptions: [String]

  /// The rows in time; one when the question has no unit of time.
  package var pieces: [Piece] { main.pieces }
  /// One for each of the query's figures.
  package var figures: [FigurePlan] { main.figures }

  /// Where one figure comes from.
  package struct FigurePlan: Sendable {
    package let figure: ResolvedQuery.Figure
    package let segments: [Segment]
    /// For each piece, the days that are answered, those included on which there was nothing to count.
    package let held: [DaySet]
    /// For each piece, indices into `segments`.
    package let sources: [[Int]]
    /// For each piece, whether the measure could not be counted at all then.
    package let isImpossible: [Bool]
  }

  /// The part of a figure that one dataset answers.
  package struct Segment: Sendable {
    package let candidate: Candidate
    /// The pieces it answers, with the days of each.
    package let uses: [(piece: Int, days: DaySet)]

    package init(candidate: Candidate, uses: [(piece: Int, days: DaySet)]) {
      self.candidate = candidate
      self.uses = uses
    }

    package var days: DaySet { DaySet(uses.flatMap(\.days.ranges)) }
  }

  /// Two sources that follow one another, and a period that both hold.
  package struct Seam: Sendable {
    package let figure: Int
    package let label: String
    package let days: DayRange
    package let earlier: Candidate
    package let later: Candidate
    /// The rows between which they meet, or the row that is compared.
    package let pieces: [Int]
  }

  /// A month of which the question wants only some days.
  package struct Edge: Sendable {
    package let figure: Int
    package let candidate: Candidate
    package let month: Period
  }
}

extension QueryPlan {
  /// Plans a question, or says why the data cannot answer it and what they can.
  package init(
    for query: ResolvedQuery,
    catalog: any CatalogReader
  ) throws(Diagnostic) {
    try self.init(for: query, catalog: catalog, suggesting: true)
  }

  /// `suggesting` is off for questions that are suggestions themselves.
  init(
    for query: ResolvedQuery,
    catalog: any CatalogReader,
    suggesting: Bool
  ) throws(Diagnostic) {
    let reason = Unanswerable(query, catalog, suggesting: suggesting)
    try Additivity(query, catalog, reason).check()
    if let refusal = reason.timelessComparison ?? reason.othersWithoutTop { throw refusal }
    let supply = try query.figures.indices.map { index throws(Diagnostic) in
      try Supply(of: index, in: query, catalog: catalog, suggesting: suggesting)
    }
    let selection = try Selection(of: query, supply, catalog)
    var pieces = selection.pieces
    let together = Together(supply)
    var uses = supply.indices.map { figure in
      pieces.map { together.uses(of: figure, forRow: $0, query) }
    }
    let refusals = Refusals(query: query, reason: reason)
    if uses.joined().allSatisfy(\.isEmpty) { try refusals.checkLimits(supply, selection) }
    let left = Self.cutPiecesLeftOut(pieces, uses, supply)
    if Self.piecesHeldWhole(pieces, uses, query).isEmpty,
      let missing = Self.heldByOthersOnly(supply, pieces)
    {
      try refusals.checkLimits([missing], selection)
      throw reason.outside([missing], selection.days, at: query.periodSpan)
    }
    Self.trim(&pieces, &uses, query)
    Self.leaveOutEmptyDays(&pieces, &uses)
    guard !pieces.isEmpty else {
      throw reason.withoutExtraOfWhole ?? reason.outside(supply, selection)
    }
    try refusals.check(selection)
    self.query = query
    let rows = Self.withContext(pieces, query)
    main = Frame(
      query,
      supply,
      rows,
      together,
      uses: rows.count == pieces.count ? uses : nil
    )
    if let empty = main.folds.firstIndex(where: { $0.pieces.isEmpty }) {
      throw reason.emptyFold(query.folds[empty])
    }
    references = try Reference.all(query, supply, main, together, reason)
    let isDivided = query.keys.contains { $0.dimension != nil }
    let meetsItself = query.keys.contains(.source) || !query.folds.isEmpty
    seams =
      meetsItself
      ? []
      : main.figures.indices.flatMap { [main] in
        Seam.all(in: main.figures[$0], main.pieces, figure: $0, isDivided: isDivided)
      }
        + references.filter { $0.kind == .versus && !isDivided }.flatMap { [main] reference in
          main.figures.indices.flatMap {
            Seam.all(between: main, and: reference.frame, figure: $0)
          }
        }
    edges = Edge.all(query, pieces, supply)
    assumptions =
      query.assumptions + selection.assumptions
      + (selection.administrations?.notes(on: main) ?? []) + left
      + (left.isEmpty ? Self.laterBeginning(query, pieces) : [])
      + Self.otherTablesByYear(query, pieces, supply) + main.leftOutOfFolds(query)
      + Self.indexNote(query)
  }

  /// The period whose figure is 100.
  private static func indexNote(_ query: ResolvedQuery) -> [String] {
    query.extras.columns.compactMap { extra in
      guard case .index(let days) = extra else { return nil }
      let unit = query.keys.compactMap(\.timeUnit).min { $0.order < $1.order } ?? .fiscalYear
      return "index: \(Period(unit, containing: days.first).label) = 100"
    }
  }

  /// Levels are read now and then: days without a reading are no rows.
  private static func leaveOutEmptyDays(_ pieces: inout [Piece], _ uses: inout [[[Use]]]) {
    guard pieces.first?.period?.unit == .day else { return }
    let held = pieces.indices.filter { index in uses.contains { !$0[index].isEmpty } }
    pieces = held.map { [pieces] in pieces[$0] }
    uses = uses.map { figure in held.map { figure[$0] } }
  }

  /// The rows with the periods before them that windows read; between them too where some were left
  /// out.
  private static func withContext(_ pieces: [Piece], _ query: ResolvedQuery) -> [Piece] {
    let units = query.keys.compactMap(\.timeUnit)
    let count = query.extras.columns.reduce(0) { known, extra in
      if case .rolling(let count) = extra { max(known, count) } else { known }
    }
    guard count > 1, let finest = units.min(by: { $0.order < $1.order }),
      let first = pieces.first?.whole.first, let last = pieces.last?.whole.last
    else { return pieces }
    let start = Period(finest, containing: first).advanced(by: 1 - count).days.first
    return Piece.all(units, in: DaySet([DayRange(start, last)])).map { piece in
      pieces.first { $0.periods == piece.periods } ?? piece.coded(for: query).asContext
    }
  }

  /// Months at the ends of which the question wants only some days, and which are published whole.
  private static func cutPiecesLeftOut(
    _ pieces: [Piece],
    _ uses: [[[Use]]],
    _ supply: [Supply]
  ) -> [String] {
    let cut = pieces.indices.filter { index in
      pieces[index].isCutByQuestion && uses.allSatisfy { $0[index].isEmpty }
        && supply.contains { $0.covers(pieces[index].whole) }
    }
    guard !cut.isEmpty, cut.count < pieces.count else { return [] }
    let names = cut.compactMap { pieces[$0].period?.label }.joined(by: ", ")
    return ["published whole only, and so left out: \(names)"]
  }

  /// One table covers several years of a single row, where each year alone comes from another: the
  /// row is not the sum of the years.
  private static func otherTablesByYear(
    _ query: ResolvedQuery,
    _ pieces: [Piece],
    _ supply: [Supply]
  ) -> [String] {
    guard !query.keys.contains(where: { $0.isTime || $0 == .source }),
      let days = pieces.first?.days
    else {
      return []
    }
    let differs = supply.contains { figure in
      guard figure.figure.measure.kind == .flow, figure.figure.fold == nil else { return false }
      let sources = figure.sources(for: days)
      return days.ranges.flatMap { Period.all(.fiscalYear, touching: $0) }.contains { year in
        !figure.sources(for: days.intersection(year.days)).isSubset(of: sources)
      }
    }
    return differs
      ? ["one table for the whole period; by fy, years come from the best table for each"] : []
  }

  /// Where the question begins before the data do.
  private static func laterBeginning(_ query: ResolvedQuery, _ pieces: [Piece]) -> [String] {
    guard let asked = query.days?.hull?.first, asked != .distantPast, let first = pieces.first,
      let period = first.period, asked < first.whole.first
    else { return [] }
    return ["held from \(period.label)"]
  }

  /// An answer begins and ends with the data: with the periods for which some column has every part.
  private static func trim(
    _ pieces: inout [Piece],
    _ uses: inout [[[Use]]],
    _ query: ResolvedQuery
  ) {
    let held = piecesHeldWhole(pieces, uses, query)
    guard let first = held.first, let last = held.last else {
      pieces = []
      return
    }
    pieces = Array(pieces[first...last])
    uses = uses.map { Array($0[first...last]) }
  }

  /// The rows for which some column has every part that could be counted.
  private static func piecesHeldWhole(
    _ pieces: [Piece],
    _ uses: [[[Use]]],
    _ query: ResolvedQuery
  ) -> [Int] {
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

  /// The first figure that lacks rows which others hold.
  private static func heldByOthersOnly(_ supply: [Supply], _ pieces: [Piece]) -> Supply? {
    let held = supply.map { own in pieces.filter { !own.uses(for: $0.days).isEmpty }.count }
    guard let most = held.max(), most > 0, let least = held.min(), least < most else { return nil }
    return held.firstIndex(of: least).map { supply[$0] }
  }
}

extension Array {
  /// The element of a list of one.
  @inlinable package var only: Element? { count == 1 ? self[0] : nil }
}
