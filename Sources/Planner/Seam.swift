import Catalog
import QueryLanguage

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
