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
      + Self.otherTablesByYear(query, pieces, supply)
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
    guard query.keys.allSatisfy({ $0.timeUnit == nil }), let days = pieces.first?.days else {
      return []
    }
    let differs = supply.contains { figure in
      guard figure.figure.measure.kind == .flow else { return false }
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

extension Array {
  /// The element of a list of one.
  @inlinable package var only: Element? { count == 1 ? self[0] : nil }
}
