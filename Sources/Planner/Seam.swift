import Catalog
import QueryLanguage

extension QueryPlan.Seam {
  /// More than these would be noise.
  private static let most = 3

  /// Where two sources meet inside an answer, or between it and what it is compared with.
  static func all(
    _ query: ResolvedQuery,
    _ main: Frame,
    _ references: [Reference]
  ) -> [QueryPlan.Seam] {
    guard !query.keys.contains(.source), query.folds.isEmpty else { return [] }
    let isDivided = query.keys.contains { $0.dimension != nil }
    let inside = main.figures.indices.flatMap {
      all(in: main.figures[$0], main.pieces, figure: $0, isDivided: isDivided)
    }
    guard !isDivided else { return inside }
    return inside
      + references.filter { $0.kind == .versus }.flatMap { reference in
        main.figures.indices.flatMap { all(between: main, and: reference.frame, figure: $0) }
      }
  }

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
        !found.contains(where: {
          $0.joins(plan.segments[earlier].candidate, plan.segments[later].candidate)
        })
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
            label: pieces[piece].title,
            days: days,
            earlier: plan.segments[earlier].candidate,
            later: plan.segments[later].candidate,
            pieces: [index, index + 1]
          )
        )
        break
      }
    }
    return Array(found.prefix(most))
  }

  private func joins(_ a: Candidate, _ b: Candidate) -> Bool {
    (earlier.dataset, later.dataset) == (a.dataset, b.dataset)
      || (earlier.dataset, later.dataset) == (b.dataset, a.dataset)
  }

  /// Where a row and the period that it is compared with come from two sources, one of which holds both.
  static func all(
    between main: Frame,
    and other: Frame,
    figure: Int
  ) -> [QueryPlan.Seam] {
    let (own, theirs) = (main.figures[figure], other.figures[figure])
    for index in main.pieces.indices where other.pieces.indices.contains(index) {
      guard let a = own.only(index), let b = theirs.only(index),
        a.dataset.source != b.dataset.source
      else { continue }
      let sides = [
        (main.pieces[index], own.held[index], b), (other.pieces[index], theirs.held[index], a),
      ]
      for (piece, held, rival) in sides {
        guard let days = piece.days.ranges.only, held.contains(days), rival.covers(days),
          !a.sumsWithheld, !b.sumsWithheld
        else { continue }
        return [
          QueryPlan.Seam(
            figure: figure,
            label: piece.title,
            days: days,
            earlier: b,
            later: a,
            pieces: [index]
          )
        ]
      }
    }
    return []
  }
}

extension QueryPlan.FigurePlan {
  /// The dataset of a row that one dataset answers.
  fileprivate func only(_ piece: Int) -> Candidate? {
    sources[piece].only.map { segments[$0].candidate }
  }
}

extension Piece {
  /// The period, or its dates.
  fileprivate var title: String {
    if let period { return period.label }
    guard let days = days.hull else { return "" }
    let units: [TimeUnit] = [.fiscalYear, .calendarYear, .quarter, .month]
    let unit = units.first { Period($0, containing: days.first).days == days }
    return unit.map { Period($0, containing: days.first).label } ?? shortDates(of: days)
  }
}

extension QueryPlan.Segment {
  fileprivate var source: Int { candidate.dataset.source }
}
