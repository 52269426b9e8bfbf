package import Catalog
package import QueryLanguage

/// Where one figure comes from.
package struct FigurePlan: Sendable {
  package let figure: ResolvedQuery.Figure
  /// The datasets that answer the figure, in the order of their first use.
  package let segments: [Segment]
  /// One for each row of the frame.
  package let rows: [FigureRow]
}

extension ResolvedQuery.Figure {
  /// The measure, with what it is restricted to: `encounters (Mexico)`.
  package var label: String {
    let kept = (restriction?.conjuncts ?? []).flatMap(\.tests).map(\.label)
    return kept.isEmpty ? measure.name : "\(measure.name) (\(kept.joined(by: ", ")))"
  }
}

extension FigurePlan {
  /// Number of periods that a row adds up from datasets without a row for a value that may still
  /// occur. They are counted to recognize sums that lack some periods.
  package func untoldPeriodCount(_ piece: Int, source: Int? = nil) -> Int {
    segments.reduce(0) { count, segment in
      let dataset = segment.candidate.dataset
      guard source == nil || dataset.source == source, dataset.absent != .zero else { return count }
      return segment.uses.filter { $0.piece == piece }.reduce(count) {
        $0 + segment.candidate.periodCount(in: $1.days)
      }
    }
  }

  /// Every day that some row is answered for.
  package var heldDays: DaySet { DaySet(rows.flatMap(\.held.ranges)) }

  /// The last row that anything is held for.
  package var lastHeldRow: FigureRow? { rows.last { !$0.held.isEmpty } }

  /// Whether any row adds up several periods of its datasets.
  func addsUpPeriods(_ pieceCount: Int) -> Bool {
    var counts = Array(repeating: 0, count: pieceCount)
    for segment in segments {
      for use in segment.uses {
        counts[use.piece] += segment.candidate.periodCount(in: use.days)
        if counts[use.piece] > 1 { return true }
      }
    }
    return false
  }

  /// Whether the data hold only a part of a row. Levels are never partial.
  package func isPartial(_ index: Int, _ piece: RowPeriod) -> Bool {
    // What a fold does not count is missing from the row, whatever is folded.
    if let counted = rows[index].counted { return !counted.isEmpty && counted != piece.term }
    return isPartial(rows[index].held, piece)
  }

  /// The same for what one source holds.
  package func isPartial(_ index: Int, _ piece: RowPeriod, source: Int) -> Bool {
    isPartial(held(index, source: source), piece)
  }

  /// The days of a row that one source answers.
  package func held(_ index: Int, source: Int) -> DaySet {
    DaySet(
      segments.filter { $0.candidate.dataset.source == source }
        .flatMap { $0.uses.filter { $0.piece == index } }.flatMap(\.days.ranges)
    )
  }

  private func isPartial(_ held: DaySet, _ piece: RowPeriod) -> Bool {
    switch figure.measure.kind {
    case .flow, .average, .mean: !held.isEmpty && held != piece.term
    case .stock, .limit: false
    }
  }

  /// Sources of the rows of a frame.
  init(_ supply: FigureTables, _ pieces: [RowPeriod], _ uses: [[TableDays]]) {
    let grouped = Self.segments(supply, uses.enumerated().map { ($0, $1) })
    figure = supply.figure
    segments = grouped.segments
    let existence = supply.figure.measure.existence
    rows = pieces.indices.map { index in
      let (piece, own) = (pieces[index], uses[index])
      return FigureRow(
        // Days on which the measure could not exist are not missing.
        held: own.isEmpty
          ? DaySet([]) : own.days.union(piece.term.subtracting(DaySet([existence]))),
        sources: grouped.sources[index],
        isImpossible: piece.days.intersection(existence).isEmpty,
        counted: nil
      )
    }
  }

  /// Sources of the finer periods of a fold, listed by the rows that they make up.
  init(
    _ supply: FigureTables,
    _ pieces: [RowPeriod],
    _ finer: [(outer: Int, piece: RowPeriod)],
    _ uses: [[TableDays]]
  ) {
    let grouped = Self.segments(supply, uses.enumerated().map { ($0, $1) })
    figure = supply.figure
    segments = grouped.segments
    let existence = supply.figure.measure.existence
    rows = pieces.indices.map { outer in
      let own = finer.indices.filter { finer[$0].outer == outer }
      return FigureRow(
        held: DaySet(own.flatMap { uses[$0].days.ranges }),
        sources: IDSet(own.flatMap { grouped.sources[$0] }).elements,
        isImpossible: pieces[outer].days.intersection(existence).isEmpty,
        counted: DaySet(own.flatMap { finer[$0].piece.days.ranges })
      )
    }
  }

  /// The days that each dataset answers, datasets in the order in which they are first used; and
  /// for each piece the indices of those that answer it.
  private static func segments(
    _ supply: FigureTables,
    _ uses: [(piece: Int, uses: [TableDays])]
  ) -> (segments: [Segment], sources: [[Int]]) {
    var order: [Int] = []
    var days: [[(piece: Int, days: DaySet)]] = []
    var sources: [[Int]] = []
    for (piece, own) in uses {
      var used: [Int] = []
      for use in own {
        let segment = order.firstIndex(of: use.candidate) ?? order.count
        if segment == order.count {
          order.append(use.candidate)
          days.append([])
        }
        days[segment].append((piece, use.days))
        used.append(segment)
      }
      sources.append(used)
    }
    let segments = order.indices.map {
      let candidate = supply.candidates[order[$0]]
      return Segment(candidate: candidate, uses: days[$0], years: supply.sumsOfYears(of: candidate))
    }
    return (segments, sources)
  }
}

extension FigurePlan {
  /// Whether some row is made of several periods of its dataset.
  package var joinsPeriods: Bool {
    rows.contains { $0.sources.count > 1 }
      || segments.contains { segment in
        segment.uses.contains { use in
          guard let range = use.days.ranges.only, let unit = segment.candidate.dataset.time.unit
          else {
            return use.days.ranges.count > 1 || segment.candidate.periodCount(in: use.days) > 1
          }
          return Period(unit, containing: range.first).days != range
        }
      }
  }
}
