package import Catalog
package import Diagnostics
package import QueryLanguage

/// How a question will be answered: which dataset answers which figure for which row.
///
/// Each figure is summed inside its datasets before anything is joined.
package struct QueryPlan: Sendable {
  package let query: ResolvedQuery
  /// The rows in time; one when the question has no unit of time.
  package let pieces: [Piece]
  /// One for each of the query's figures.
  package let figures: [FigurePlan]
  /// Where two sources meet inside the answer.
  package let seams: [Seam]
  /// Months that the question cuts in two, when the answer is one row.
  package let edges: [Edge]
  /// What was assumed, the resolver's assumptions included.
  package let assumptions: [String]

  /// Where one figure comes from.
  package struct FigurePlan: Sendable {
    package let figure: ResolvedQuery.Figure
    package let segments: [Segment]
    /// For each piece, the days that are answered.
    package let held: [DaySet]
    /// For each piece, indices into `segments`.
    package let sources: [[Int]]
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
    /// Indices into the figure's segments.
    package let earlier: Int
    package let later: Int
    /// The two rows between which they meet.
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
    let supply = try query.figures.indices.map { index throws(Diagnostic) in
      try Supply(of: index, in: query, catalog: catalog, suggesting: suggesting)
    }
    let selection = try Selection(of: query, supply)
    var pieces = selection.pieces
    var uses = supply.map { figure in pieces.map { figure.uses(for: $0.days) } }
    if uses.joined().allSatisfy(\.isEmpty) { try Refusals.checkLimits(query, supply, selection) }
    let left = Self.cutPiecesLeftOut(pieces, uses, supply)
    Self.trim(&pieces, &uses)
    Self.leaveOutEmptyDays(&pieces, &uses)
    guard !pieces.isEmpty else {
      throw Unanswerable(query, catalog, suggesting: suggesting).outside(supply, selection)
    }
    try Refusals.check(query, selection)
    self.query = query
    self.pieces = pieces
    figures = zip(supply, uses).map { FigurePlan($0, $1) }
    let isDivided = query.keys.contains { $0.dimension != nil }
    seams = figures.indices.flatMap { [figures, pieces] in
      Seam.all(in: figures[$0], pieces, figure: $0, isDivided: isDivided)
    }
    edges = Edge.all(query, pieces, supply)
    assumptions =
      query.assumptions + selection.assumptions + left
      + (left.isEmpty ? Self.laterBeginning(query, pieces) : [])
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

  /// Where the question begins before the data do.
  private static func laterBeginning(_ query: ResolvedQuery, _ pieces: [Piece]) -> [String] {
    guard let asked = query.days?.hull?.first, asked != .distantPast, let first = pieces.first,
      let period = first.period, asked < first.whole.first
    else { return [] }
    return ["held from \(period.label)"]
  }

  /// An answer begins and ends with the data.
  private static func trim(_ pieces: inout [Piece], _ uses: inout [[[Use]]]) {
    let held = pieces.indices.filter { index in uses.contains { !$0[index].isEmpty } }
    guard let first = held.first, let last = held.last else {
      pieces = []
      return
    }
    pieces = Array(pieces[first...last])
    uses = uses.map { Array($0[first...last]) }
  }
}

extension QueryPlan {
  /// Levels are read now and then: days without a reading are no rows.
  private static func leaveOutEmptyDays(_ pieces: inout [Piece], _ uses: inout [[[Use]]]) {
    guard pieces.first?.period?.unit == .day else { return }
    let held = pieces.indices.filter { index in uses.contains { !$0[index].isEmpty } }
    pieces = held.map { [pieces] in pieces[$0] }
    uses = uses.map { figure in held.map { figure[$0] } }
  }

  /// Whether rows of a figure may add up several periods of which only some tell the row's value
  /// apart, where a value that is not there is not zero.
  package func mayLackPeriods(_ index: Int) -> Bool {
    let figure = figures[index]
    let isDivided = query.keys.contains { $0.dimension != nil }
    return figure.segments.contains { segment in
      segment.candidate.dataset.absent != .zero && figure.figure.measure.kind == .flow
        && (isDivided || segment.candidate.condition != nil)
    } && pieces.indices.contains { figure.periodCount($0) > 1 }
  }

  /// What the asker sees of a figure: the column that it is part of.
  package func label(of figure: FigurePlan) -> String {
    let index = query.figures.firstIndex(of: figure.figure) ?? 0
    return query.column(of: index).label
  }

  /// The last row that a column has a figure for.
  package func lastPiece(of column: ResolvedQuery.Column) -> Piece? {
    pieces.indices.last { piece in
      figures.indices.contains { column.value.uses($0) && !figures[$0].held[piece].isEmpty }
    }.map { pieces[$0] }
  }

  /// From the first to the last day that is answered.
  package var heldDays: DayRange? {
    DaySet(figures.flatMap { $0.held.flatMap(\.ranges) }).hull
  }

  /// Whether a row covers less than its period, in some figure that it has at all.
  package func isPartial(_ piece: Int) -> Bool {
    pieces[piece].isCutByQuestion || figures.contains { $0.isPartial(piece, pieces[piece]) }
  }
}

extension QueryPlan.FigurePlan {
  /// Number of periods of its datasets that a row adds up.
  package func periodCount(_ piece: Int) -> Int {
    segments.reduce(0) { count, segment in
      segment.uses.filter { $0.piece == piece }.reduce(count) {
        $0 + segment.candidate.periodCount(in: $1.days)
      }
    }
  }

  /// Whether the data hold only a part of a row. Levels are never partial.
  package func isPartial(_ index: Int, _ piece: Piece) -> Bool {
    switch figure.measure.kind {
    case .flow, .average: !held[index].isEmpty && held[index] != piece.days
    case .stock, .limit: false
    }
  }

  fileprivate init(_ supply: Supply, _ uses: [[Use]]) {
    // Segments in the order in which their datasets are first used.
    var order: [Int] = []
    var segmentUses: [[(piece: Int, days: DaySet)]] = []
    var sources: [[Int]] = []
    for piece in uses.indices {
      var used: [Int] = []
      for use in uses[piece] {
        let segment = order.firstIndex(of: use.candidate) ?? order.count
        if segment == order.count {
          order.append(use.candidate)
          segmentUses.append([])
        }
        segmentUses[segment].append((piece, use.days))
        used.append(segment)
      }
      sources.append(used)
    }
    figure = supply.figure
    segments = order.indices.map {
      QueryPlan.Segment(candidate: supply.candidates[order[$0]], uses: segmentUses[$0])
    }
    held = uses.map(\.days)
    self.sources = sources
  }
}

extension QueryPlan.FigurePlan {
  /// Whether some row is made of several periods of its dataset.
  package var joinsPeriods: Bool {
    segments.contains { segment in
      segment.uses.contains { use in
        guard let range = use.days.ranges.only, let unit = segment.candidate.dataset.time.unit
        else {
          return use.days.ranges.count > 1
        }
        return Period(unit, containing: range.first).days != range
      }
    }
  }
}

extension QueryPlan.Seam {
  /// More than these would be noise.
  private static let most = 3

  /// Where the source changes from one row to the next and one of the two holds the other's period too.
  static func all(
    in plan: QueryPlan.FigurePlan,
    _ pieces: [Piece],
    figure: Int,
    isDivided: Bool
  ) -> [QueryPlan.Seam] {
    guard plan.segments.count > 1 else { return [] }
    var found: [QueryPlan.Seam] = []
    for index in pieces.indices.dropLast() {
      guard let earlier = plan.sources[index].only, let later = plan.sources[index + 1].only,
        plan.segments[earlier].source != plan.segments[later].source,
        !found.contains(where: { $0.joins(earlier, later) })
      else { continue }
      for (piece, other) in [(index, later), (index + 1, earlier)] {
        guard let days = pieces[piece].days.ranges.only, plan.held[piece].contains(days),
          plan.segments[other].candidate.covers(days),
          // Sums that lack withheld cells would differ for that reason alone.
          !(isDivided
            && [earlier, later].contains { plan.segments[$0].candidate.holding.withheld > 0 }),
          !plan.segments[earlier].candidate.sumsWithheld,
          !plan.segments[later].candidate.sumsWithheld
        else { continue }
        found.append(
          QueryPlan.Seam(
            figure: figure,
            label: pieces[piece].period?.label ?? "",
            days: days,
            earlier: earlier,
            later: later,
            pieces: [index, index + 1]
          )
        )
        break
      }
    }
    return Array(found.prefix(most))
  }

  private func joins(_ a: Int, _ b: Int) -> Bool {
    (earlier, later) == (a, b) || (earlier, later) == (b, a)
  }
}

extension QueryPlan.Segment {
  fileprivate var source: Int { candidate.dataset.source }
}

extension QueryPlan.Edge {
  /// The months that a question of one row cuts, for the least and the most that the row can hold.
  fileprivate static func all(
    _ query: ResolvedQuery,
    _ pieces: [Piece],
    _ supply: [Supply]
  ) -> [QueryPlan.Edge] {
    guard query.keys.isEmpty, let piece = pieces.first, query.columns.count == 1,
      query.columns[0].value.isSum
    else { return [] }
    var edges: [QueryPlan.Edge] = []
    for (index, figure) in supply.enumerated() {
      guard figure.figure.measure.kind == .flow else { return [] }
      let missing = piece.days.subtracting(figure.uses(for: piece.days).days)
      for month in missing.ranges.flatMap({ Period.all(.month, touching: $0) }) {
        // Anything else that is missing would make the upper bound untrue.
        guard !piece.days.contains(month.days),
          let candidate = figure.candidates.first(where: { $0.covers(month.days) })
        else { return [] }
        edges.append(QueryPlan.Edge(figure: index, candidate: candidate, month: month))
      }
    }
    return edges
  }
}

extension ResolvedQuery.Value {
  /// Whether it only adds.
  fileprivate var isSum: Bool {
    switch self {
    case .figure: true
    case .operation(.add, let left, let right): left.isSum && right.isSum
    case .operation: false
    }
  }
}

extension Array {
  /// The element of a list of one.
  package var only: Element? { count == 1 ? self[0] : nil }
}
