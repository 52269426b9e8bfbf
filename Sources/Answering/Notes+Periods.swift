import Catalog
import Planner
import QueryLanguage
import Results

/// What must be said of the periods of the rows.
extension Notes {
  static func partial(
    _ plan: QueryPlan,
    _ findings: RowFindings,
    _ sources: SourceList
  ) -> [Note] {
    guard plan.edges.isEmpty else { return [] }
    if plan.query.keys.contains(.source) { return partialBySource(plan, findings, sources) }
    let pieces = plan.pieces.indices.filter {
      !plan.pieces[$0].isContext && plan.isPartial($0) && findings.pieces[$0]
    }
    let cut = pieces.filter { plan.pieces[$0].isCutByQuestion }
    let short = pieces.filter { !plan.pieces[$0].isCutByQuestion }
    return partial(plan, cut, "limited by the question", most: 3)
      + partial(plan, short, "partial", most: 5)
  }

  /// A sentence for each period, or one for all of them when they are many.
  static func partial(
    _ plan: QueryPlan,
    _ pieces: [Int],
    _ what: String,
    most: Int
  ) -> [Note] {
    guard pieces.count > most, let first = pieces.first, let last = pieces.last else {
      return pieces.flatMap { partial(plan, $0) }.map { Note(.partial, $0) }
    }
    let ends = DayRange(plan.pieces[first].whole.first, plan.pieces[last].whole.last)
    let names =
      plan.pieces[first].period == nil && plan.pieces[first].administration == nil
      ? Catalog.shortDates(of: ends) : "\(plan.pieces[first].label) – \(plan.pieces[last].label)"
    return [Note(.partial, "\(pieces.count) periods are \(what): \(names)")]
  }

  /// Each source with its last day: `FY2025 in 3 is partial: 1 Oct 2024 – 28 Jun 2025`.
  static func partialBySource(
    _ plan: QueryPlan,
    _ findings: RowFindings,
    _ sources: SourceList
  ) -> [Note] {
    let notes = plan.pieces.indices.filter { findings.pieces[$0] }.flatMap { index in
      plan.sourcesInOrder.filter { plan.isPartial(index, source: $0) }.compactMap { source in
        let held = plan.figures.map { $0.held(index, source: source) }.first { !$0.isEmpty }
        return held.map {
          "\(plan.pieces[index].label) in \(sources.number(of: source)) is partial: "
            + months($0, of: plan.pieces[index].whole)
        }
      }
    }
    let more = notes.count - mostListedBySource
    let left =
      more > 0 ? ["and \(more) more rows are partial, each up to its source's own day"] : []
    return (notes.prefix(mostListedBySource) + left).map { Note(.partial, $0) }
  }

  static let mostListedBySource = 8

  /// `FY2024 is partial: 11 of 12 months (Oct 2023 – Aug 2024)`, a sentence for each length that
  /// figures have.
  static func partial(_ plan: QueryPlan, _ index: Int) -> [String] {
    let piece = plan.pieces[index]
    let figures = plan.figures.filter { $0.isPartial(index, piece) }
    guard !figures.isEmpty else {
      return ["\(piece.label) is limited by the question to \(shortDates(of: piece.days))"]
    }
    var lengths: [(held: DaySet, names: [String])] = []
    for figure in figures {
      let place = lengths.firstIndex { $0.held == figure.rows[index].held } ?? lengths.count
      if place == lengths.count { lengths.append((figure.rows[index].held, [])) }
      let name = figure.figure.restriction == nil ? plan.label(of: figure) : figure.figure.label
      if !lengths[place].names.contains(name) { lengths[place].names.append(name) }
    }
    let isOfAll = lengths.count == 1 && figures.count == plan.figures.count
    return lengths.map { held, names in
      let whose = isOfAll ? "" : " of \(names.joined(by: ", "))"
      return "\(piece.label)\(whose) is partial: \(months(held, of: piece.whole))"
    }
  }

  /// `11 of 12 months (Oct 2023 – Aug 2024)`, or the dates alone where months are cut.
  static func months(_ held: DaySet, of whole: DayRange) -> String {
    let dates = shortDates(of: held)
    guard held.isWholeMonths else { return dates }
    return "\(held.monthCount) of \(Period.all(.month, touching: whole).count) months (\(dates))"
  }

  static func shortDates(of days: DaySet) -> String {
    days.ranges.map(Catalog.shortDates).joined(by: ", ")
  }

  /// The least and the most that days inside months published whole can hold.
  static func cutMonths(_ plan: QueryPlan, _ total: Int?, _ edges: [Int?]) -> [Note] {
    guard !plan.edges.isEmpty, let total, let piece = plan.pieces.first else { return [] }
    let known = edges.compactMap { $0 }
    guard known.count == edges.count else { return [] }
    let most = total + known.reduce(0, +)
    return [
      Note(
        .partial,
        "whole months only: \(shortDates(of: plan.figures[0].rows[0].held)); "
          + "for \(shortDates(of: piece.days)) between \(grouped(total)) and \(grouped(most))"
      )
    ]
  }

  /// When levels were read, and how means were made.
  static func levels(_ plan: QueryPlan) -> [Note] {
    plan.figures.indices.flatMap { index -> [Note] in
      let figure = plan.figures[index]
      switch figure.figure.measure.kind {
      case .stock: return readings(of: index, plan)
      case .average where figure.joinsPeriods:
        return [Note(.understood, "means of shorter periods, weighted by their days")]
      case .flow, .average, .limit, .mean: return []
      }
    }
  }
}
