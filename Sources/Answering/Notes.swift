import Catalog
import Planner
import QueryLanguage
import Results

/// The sentences that an answer needs, one function for each thing that can be said.
enum Notes {
  static func understood(_ plan: QueryPlan) -> [Note] {
    plan.assumptions.isEmpty
      ? [] : [Note(.understood, plan.assumptions.joined(by: "; "))]
  }

  // MARK: Tables

  /// What must be known of the tables used: groups not told apart, breakdowns that are not whole.
  static func tables(_ plan: QueryPlan, _ met: RowReader.Findings) -> [Note] {
    let candidates = plan.figures.flatMap { $0.segments.map(\.candidate) }
    var notes: [Note] = []
    if let untold = candidates.map(\.untold).max(), untold > 0 {
      notes.append(
        Note(
          .caveat,
          "\(untold) values of the group never occur in the table, or stand under other"
        )
      )
    }
    let isDivided = plan.query.keys.contains { $0.dimension != nil }
    if isDivided, met.rowCount > 1, candidates.contains(where: { !$0.dataset.isComplete }) {
      notes.append(
        Note(.caveat, "the table does not add up to the whole: no total from these rows")
      )
    }
    return notes
  }

  static func seams(
    _ plan: QueryPlan,
    _ met: RowReader.Findings,
    _ figures: [(earlier: Int?, later: Int?)],
    _ sources: SourceList
  ) -> [Note] {
    var notes: [Note] = []
    for note in zip(plan.seams, figures).compactMap({ note($0, $1, plan, met, sources) })
    where !notes.contains(note) {
      notes.append(note)
    }
    return notes
  }

  static func note(
    _ seam: QueryPlan.Seam,
    _ values: (earlier: Int?, later: Int?),
    _ plan: QueryPlan,
    _ met: RowReader.Findings,
    _ sources: SourceList
  ) -> Note? {
    guard let earlier = values.earlier, let later = values.later, earlier != later,
      seam.pieces.allSatisfy({ met.pieces[$0] })
    else { return nil }
    let sides = [(earlier, seam.earlier), (later, seam.later)].map { value, candidate in
      let sign = candidate.dataset.rounding > 1 ? "≈ " : ""
      return "\(sign)\(grouped(value)) in \(sources.number(of: candidate.dataset.source))"
    }
    let whose = plan.figures.count > 1 ? "\(plan.label(of: plan.figures[seam.figure])), " : ""
    return Note(.seam, "where they meet, \(whose)\(seam.label): \(sides.joined(by: ", "))")
  }

  /// More breaks than these are counted and not listed.
  static let mostBreaks = 4

  static func breaks(
    _ plan: QueryPlan,
    _ met: RowReader.Findings,
    _ catalog: any CatalogReader
  ) -> [Note] {
    var found: [SeriesBreak] = []
    for (index, figure) in plan.figures.enumerated() {
      let shown = figure.held.indices.filter { met.pieces[$0] }
      let compared = plan.references.flatMap { $0.frame.figures[index].held.flatMap(\.ranges) }
      let days = shown.flatMap { figure.held[$0].ranges } + compared
      guard let hull = DaySet(days).hull else { continue }
      // Where the source changes is said by the sources themselves.
      let saysSources =
        figure.segments.count == 1 || plan.seams.contains { $0.figure == index }
      for own in catalog.breaks(of: figure.figure.measure.id)
      where !found.contains(own) && own.at <= hull.last
        && (hull.first < own.at || (hull.first == own.at && plan.pieces.count == 1))
        && !(saysSources && own.kind == "source") && matters(own, plan, figure.figure)
      {
        found.append(own)
      }
    }
    found.sort { $0.at < $1.at }
    var notes = found.suffix(mostBreaks).map {
      Note(.seriesBreak, "\(name(of: $0.at)): \($0.note)")
    }
    if found.count > mostBreaks {
      notes.append(
        Note(.seriesBreak, "and \(found.count - mostBreaks) earlier breaks in the series")
      )
    }
    return notes
  }

  /// Whether a break concerns what the question keeps or tells apart.
  static func matters(
    _ own: SeriesBreak,
    _ plan: QueryPlan,
    _ figure: ResolvedQuery.Figure
  ) -> Bool {
    let required = plan.query.condition(of: figure)?.required ?? Requirements()
    return own.filters.allSatisfy { filter in
      let isTold = plan.query.keys.contains { $0.dimension?.id == filter.dimension }
      guard filter.member != 0 else { return isTold || required[filter.dimension] != nil }
      return isTold || required[filter.dimension]?.contains(filter.member) == true
    }
  }

  static func name(of day: Day) -> String {
    let year = Period(.fiscalYear, containing: day)
    return year.days.first == day ? year.label : Period(.month, containing: day).label
  }

  /// The first sentence of each measure's caveat.
  static func caveats(_ plan: QueryPlan) -> [Note] {
    var seen = IDSet()
    return plan.query.columns.flatMap(\.measures).compactMap { measure in
      guard !measure.caveat.isEmpty, !seen.contains(measure.id) else { return nil }
      seen.insert(measure.id)
      return Note(.caveat, "\(measure.name): \(firstSentence(of: measure.caveat))")
    }
  }

  static func firstSentence(of text: String) -> String {
    var last: Character = " "
    for index in text.indices {
      if last == ".", text[index] == " " { return String(text[..<index]) }
      last = text[index]
    }
    return text
  }
}
