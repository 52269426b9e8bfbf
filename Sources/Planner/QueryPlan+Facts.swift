package import Catalog
package import QueryLanguage

extension QueryPlan {
  /// Levels are read now and then: days without a reading are no rows.
  static func leaveOutEmptyDays(_ pieces: inout [Piece], _ uses: inout [[[Use]]]) {
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

  init(_ supply: Supply, _ uses: [[Use]]) {
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
