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

  // MARK: Periods

  static func partial(
    _ plan: QueryPlan,
    _ met: RowReader.Findings,
    _ sources: SourceList
  ) -> [Note] {
    guard plan.edges.isEmpty else { return [] }
    if plan.query.keys.contains(.source) { return partialBySource(plan, met, sources) }
    let pieces = plan.pieces.indices.filter {
      !plan.pieces[$0].isContext && plan.isPartial($0) && met.pieces[$0]
    }
    let cut = pieces.filter { plan.pieces[$0].isCutByQuestion }
    let short = pieces.filter { !plan.pieces[$0].isCutByQuestion }
    return partial(plan, cut, "cut by the question", most: 3)
      + partial(plan, short, "partial", most: 5)
  }

  /// A sentence for each period, or one for all of them when they are many.
  private static func partial(
    _ plan: QueryPlan,
    _ pieces: [Int],
    _ what: String,
    most: Int
  ) -> [Note] {
    guard pieces.count > most, let first = pieces.first, let last = pieces.last else {
      return pieces.map { Note(.partial, partial(plan, $0)) }
    }
    let names = "\(plan.pieces[first].name) – \(plan.pieces[last].name)"
    return [Note(.partial, "\(pieces.count) periods are \(what): \(names)")]
  }

  /// Each source up to its own day: `FY2025 in 3 is partial: 1 Oct 2024 – 28 Jun 2025`.
  private static func partialBySource(
    _ plan: QueryPlan,
    _ met: RowReader.Findings,
    _ sources: SourceList
  ) -> [Note] {
    let notes = plan.pieces.indices.filter { met.pieces[$0] }.flatMap { index in
      plan.sourcesInOrder.filter { plan.isPartial(index, source: $0) }.compactMap { source in
        let held = plan.figures.map { $0.held(index, source: source) }.first { !$0.isEmpty }
        return held.map {
          "\(plan.pieces[index].name) in \(sources.number(of: source)) is partial: "
            + months($0, of: plan.pieces[index].whole)
        }
      }
    }
    let more = notes.count - mostListedBySource
    let left =
      more > 0 ? ["and \(more) more rows are partial, each up to its source's own day"] : []
    return (notes.prefix(mostListedBySource) + left).map { Note(.partial, $0) }
  }

  private static let mostListedBySource = 8

  /// `FY2024 is partial: 11 of 12 months (Oct 2023 – Aug 2024)`
  private static func partial(_ plan: QueryPlan, _ index: Int) -> String {
    let piece = plan.pieces[index]
    let figures = plan.figures.filter { $0.isPartial(index, piece) }
    guard let figure = figures.first else {
      return "\(piece.name) is cut by the question: \(shortDates(of: piece.days))"
    }
    let held = figure.held[index]
    let whose = figures.count < plan.figures.count ? " of \(plan.label(of: figure))" : ""
    return "\(piece.name)\(whose) is partial: \(months(held, of: piece.whole))"
  }

  /// `11 of 12 months (Oct 2023 – Aug 2024)`, or the dates alone where months are cut.
  private static func months(_ held: DaySet, of whole: DayRange) -> String {
    let dates = shortDates(of: held)
    guard held.ranges.allSatisfy({ $0.first.isFirstOfMonth && $0.last.isLastOfMonth }) else {
      return dates
    }
    let count = held.ranges.reduce(0) { $0 + Period.all(.month, touching: $1).count }
    return "\(count) of \(Period.all(.month, touching: whole).count) months (\(dates))"
  }

  private static func shortDates(of days: DaySet) -> String {
    days.ranges.map(Planner.shortDates).joined(by: ", ")
  }

  /// What days inside months that are published whole can hold at least and at most.
  static func cutMonths(_ plan: QueryPlan, _ total: Int?, _ edges: [Int?]) -> [Note] {
    guard !plan.edges.isEmpty, let total, let piece = plan.pieces.first else { return [] }
    let known = edges.compactMap { $0 }
    guard known.count == edges.count else { return [] }
    let most = total + known.reduce(0, +)
    return [
      Note(
        .partial,
        "whole months only (\(shortDates(of: plan.figures[0].held[0]))): \(shortDates(of: piece.days)) "
          + "holds at least \(grouped(total)) and at most \(grouped(most))"
      )
    ]
  }

  /// When levels were read, and how means were made.
  static func levels(_ plan: QueryPlan) -> [Note] {
    plan.figures.compactMap { figure in
      switch figure.figure.measure.kind {
      case .stock: readings(figure, of: plan)
      case .average where figure.joinsPeriods:
        Note(.understood, "means of shorter periods, weighted by their days")
      case .flow, .average, .limit: nil
      }
    }
  }

  private static func readings(_ figure: QueryPlan.FigurePlan, of plan: QueryPlan) -> Note? {
    guard let last = figure.held.last(where: { !$0.isEmpty })?.hull?.last else { return nil }
    if figure.figure.fold != nil { return Note(.understood, "the last reading of each period") }
    let whose = plan.figures.count > 1 ? "\(plan.label(of: figure)): " : ""
    let index = plan.query.figures.firstIndex(of: figure.figure) ?? 0
    let others = plan.references.compactMap { reference in
      reference.frame.figures[index].held.last { !$0.isEmpty }?.hull.map {
        Period.day($0.last).label
      }
    }
    let date = ([Period.day(last).label] + others).joined(by: ", against ")
    return Note(
      .understood,
      plan.pieces.count == 1
        ? "\(whose)a level, the reading of \(date)"
        : "\(whose)the last reading of each period, the newest of \(date)"
    )
  }

  /// That what is not told apart is not ranked, where there is any.
  static func ranking(_ plan: QueryPlan, _ catalog: any CatalogReader) -> [Note] {
    guard plan.query.ranking != nil,
      let dimension = plan.query.lastDimension?.dimension
    else { return [] }
    let datasets = plan.figures.flatMap { $0.segments.map(\.candidate.dataset.id) }
    let rest = catalog.members(of: dimension.id).filter { member in
      member.rest != .none && datasets.contains { catalog.occurs(member.id, in: $0) }
    }
    guard !rest.isEmpty else { return [] }
    return [Note(.understood, "not ranked: \(rest.map(\.name).joined(by: ", "))")]
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

  private static func note(
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
  private static let mostBreaks = 4

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
  private static func matters(
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

  private static func name(of day: Day) -> String {
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

  private static func firstSentence(of text: String) -> String {
    var last: Character = " "
    for index in text.indices {
      if last == ".", text[index] == " " { return String(text[..<index]) }
      last = text[index]
    }
    return text
  }
}
