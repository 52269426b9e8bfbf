package import Catalog
package import QueryLanguage

extension QueryPlan {
  /// Whether rows of a figure may add up several periods of which only some tell the row's value
  /// apart, where a value that is not there is not zero.
  package func mayLackPeriods(_ index: Int, in frame: Frame) -> Bool {
    let figure = frame.figures[index]
    guard figure.figure.fold == nil else { return false }
    let isDivided = query.keys.contains { $0.dimension != nil }
    return figure.segments.contains { segment in
      segment.candidate.dataset.absent != .zero && figure.figure.measure.kind == .flow
        && (isDivided || segment.candidate.condition != nil)
    } && figure.addsUpPeriods(frame.pieces.count)
  }

  /// What the asker sees of a figure: the column that it is part of.
  package func label(of figure: FigurePlan) -> String {
    let index = query.figures.firstIndex(of: figure.figure) ?? 0
    let column = query.column(of: index)
    guard case .figure = column.value else { return figure.figure.label }
    return column.label
  }

  /// The last row that a column has a figure for.
  package func lastPiece(of column: ResolvedQuery.Column) -> Int? {
    let own = query.figures(in: column.value)
    return pieces.indices.last { piece in
      own.contains { !figures[$0].held[piece].isEmpty }
    }
  }

  /// From the first to the last day that is answered.
  package var heldDays: DayRange? {
    DaySet(figures.flatMap { $0.held.flatMap(\.ranges) }).hull
  }

  /// Whether a row covers less than its period, in some figure that it has at all.
  package func isPartial(_ piece: Int) -> Bool {
    pieces[piece].isCutByQuestion || figures.contains { $0.isPartial(piece, pieces[piece]) }
  }

  /// The same for the row of one source.
  package func isPartial(_ piece: Int, source: Int) -> Bool {
    pieces[piece].isCutByQuestion
      || figures.contains { $0.isPartial(piece, pieces[piece], source: source) }
  }
}

extension ResolvedQuery.Figure {
  /// The measure, with what it is restricted to: `encounters (Mexico)`.
  var label: String {
    let kept = (restriction?.conjuncts ?? []).flatMap(\.tests).map(\.label)
    return kept.isEmpty ? measure.name : "\(measure.name) (\(kept.joined(by: ", ")))"
  }
}

extension QueryPlan.FigurePlan {
  /// Number of periods of its datasets that a row adds up.
  package func periodCount(_ piece: Int, source: Int? = nil) -> Int {
    segments.reduce(0) { count, segment in
      guard source == nil || segment.candidate.dataset.source == source else { return count }
      return segment.uses.filter { $0.piece == piece }.reduce(count) {
        $0 + segment.candidate.periodCount(in: $1.days)
      }
    }
  }

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
  package func isPartial(_ index: Int, _ piece: Piece) -> Bool {
    isPartial(held[index], piece)
  }

  /// The same for what one source holds.
  package func isPartial(_ index: Int, _ piece: Piece, source: Int) -> Bool {
    isPartial(held(index, source: source), piece)
  }

  /// The days of a row that one source answers.
  package func held(_ index: Int, source: Int) -> DaySet {
    DaySet(
      segments.filter { $0.candidate.dataset.source == source }
        .flatMap { $0.uses.filter { $0.piece == index } }.flatMap(\.days.ranges)
    )
  }

  private func isPartial(_ held: DaySet, _ piece: Piece) -> Bool {
    switch figure.measure.kind {
    case .flow, .average: !held.isEmpty && held != piece.term
    case .stock, .limit: false
    }
  }

  /// Sources of the rows of a frame.
  init(_ supply: Supply, _ pieces: [Piece], _ uses: [[Use]]) {
    let grouped = Self.segments(supply, uses.enumerated().map { ($0, $1) })
    figure = supply.figure
    segments = grouped.segments
    let existence = supply.figure.measure.existence
    held = zip(pieces, uses).map { piece, own in
      // What could not be counted on a day is not missing there.
      own.isEmpty
        ? DaySet([]) : own.days.union(piece.term.subtracting(DaySet([existence])))
    }
    isImpossible = pieces.map { $0.days.intersection(existence).isEmpty }
    sources = grouped.sources
  }

  /// Sources of the finer periods of a fold, told for the rows that they make up.
  init(
    _ supply: Supply,
    _ pieces: [Piece],
    _ finer: [(outer: Int, piece: Piece)],
    _ uses: [[Use]]
  ) {
    let grouped = Self.segments(supply, uses.enumerated().map { ($0, $1) })
    figure = supply.figure
    segments = grouped.segments
    held = pieces.indices.map { outer in
      DaySet(finer.indices.filter { finer[$0].outer == outer }.flatMap { uses[$0].days.ranges })
    }
    isImpossible = pieces.map { $0.days.intersection(supply.figure.measure.existence).isEmpty }
    sources = pieces.indices.map { outer in
      IDSet(
        finer.indices.filter { finer[$0].outer == outer }.flatMap { grouped.sources[$0] }
      ).elements
    }
  }

  /// The days that each dataset answers, datasets in the order in which they are first used; and for
  /// each piece the indices of those that answer it.
  private static func segments(
    _ supply: Supply,
    _ uses: [(piece: Int, uses: [Use])]
  ) -> (segments: [QueryPlan.Segment], sources: [[Int]]) {
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
      QueryPlan.Segment(candidate: supply.candidates[order[$0]], uses: days[$0])
    }
    return (segments, sources)
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

extension QueryPlan {
  /// The sources of a question by source, as the program prefers them.
  package var sourcesInOrder: [Int] {
    var ordered: [Int] = []
    let candidates = figures.flatMap { $0.segments.map(\.candidate) }
    for candidate in candidates.sorted(by: { $0.place < $1.place })
    where !ordered.contains(candidate.dataset.source) {
      ordered.append(candidate.dataset.source)
    }
    return ordered
  }

  /// The name of an output in exports. Of `vs` it holds the period.
  package func exportedName(of output: ResolvedQuery.Output) -> String {
    guard query.versus != nil else { return output.key }
    switch output.content {
    case .value: return "\(output.key)_\(period(of: main).exportedPart)"
    case .reference:
      let other = references.first { $0.kind == .versus }?.frame ?? main
      return "\(output.key)_\(period(of: other).exportedPart)"
    default: return output.key
    }
  }

  /// The heading of an output on a screen.
  package func heading(of output: ResolvedQuery.Output) -> String {
    guard query.versus != nil, output.content == .value || output.content == .reference else {
      return output.label
    }
    let frame =
      output.content == .value
      ? main : references.first { $0.kind == .versus }?.frame ?? main
    let isOnly = query.columns.count == 1
    return (isOnly ? "" : "\(output.label) ") + period(of: frame).label
  }

  private func period(of frame: Frame) -> SidePeriod {
    SidePeriod(DaySet(frame.pieces.flatMap(\.days.ranges)).hull)
  }
}

/// One side of `vs`: a period of one unit, or from one month to another.
private struct SidePeriod {
  let label: String
  /// As it stands in the name of a column: `fy2024`, `2024_05`, `2024_05_to_2024_08`.
  let exportedPart: String

  init(_ days: DayRange?) {
    guard let days else {
      label = ""
      exportedPart = ""
      return
    }
    let units: [TimeUnit] = [.fiscalYear, .calendarYear, .quarter, .month, .day]
    if let unit = units.first(where: { Period($0, containing: days.first).days == days }) {
      let period = Period(unit, containing: days.first)
      label = period.label
      exportedPart = Self.part(of: period)
      return
    }
    let isMonths = days.first.isFirstOfMonth && days.last.isLastOfMonth
    let unit: TimeUnit = isMonths ? .month : .day
    label = shortDates(of: days)
    exportedPart =
      Self.part(of: Period(unit, containing: days.first)) + "_to_"
      + Self.part(of: Period(unit, containing: days.last))
  }

  private static func part(of period: Period) -> String {
    switch period.unit {
    case .fiscalYear: "fy\(period.code)"
    case .calendarYear: "cy\(period.code)"
    case .quarter: "fy\(period.code / 10)_q\(period.code % 10)"
    case .month, .day: String(period.exported.map { $0 == "-" ? "_" : $0 })
    }
  }
}
