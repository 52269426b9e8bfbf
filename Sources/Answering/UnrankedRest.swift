package import Catalog
package import Planner
import QueryLanguage
import Results

/// A value for all that a table does not list separately, which a ranking therefore leaves out.
package struct UnrankedRest: Sendable {
  package let member: Member
  /// The index of the figure by which rows are ranked, where what the ranking leaves out can be
  /// summed.
  package let figure: FigurePlan?
  /// The part that is added up.
  package let parts: [(candidate: Candidate, days: DayRange)]
  fileprivate let sign: String

  /// The rests of a ranking that its tables have.
  package static func all(_ plan: QueryPlan, _ catalog: any CatalogReader) -> [UnrankedRest] {
    guard plan.query.ranking != nil,
      let dimension = plan.query.lastDimension?.dimension
    else { return [] }
    let datasets = plan.figures.flatMap { $0.segments.map(\.candidate.dataset.id) }
    return catalog.members(of: dimension.id).filter { member in
      member.rest != .none && datasets.contains { catalog.occurs(member.id, in: $0) }
    }.map { UnrankedRest($0, plan, key: dimension) }
  }

  private init(_ member: Member, _ plan: QueryPlan, key dimension: Dimension) {
    self.member = member
    let place = plan.query.keys.compactMap(\.dimension).firstIndex(of: dimension)
    guard let place, case .figure(let index) = plan.query.columns[0].value,
      plan.figures[index].figure.measure.kind == .flow, plan.figures[index].figure.fold == nil
    else {
      (figure, parts, sign) = (nil, [], "")
      return
    }
    let segments = plan.figures[index].segments
    let kept = segments.map { $0.candidate.kept(to: member.id, ofDimension: place) }
    let isKnown = kept.allSatisfy { $0 != nil }
    figure = isKnown ? plan.figures[index] : nil
    parts = zip(segments, kept).flatMap { segment, candidate in
      candidate.map { own in
        let shown = segment.uses.filter { !plan.pieces[$0.piece].isContext }
        return DaySet(shown.flatMap(\.days.ranges)).ranges.map { (own, $0) }
      } ?? []
    }
    let holdings = segments.map(\.candidate.holding)
    let isFloor = holdings.contains { $0.withheld + $0.unpublished + $0.hedged > 0 }
    let isRounded = holdings.contains { $0.dataset.rounding > 1 }
    sign = isFloor ? "> " : isRounded ? "≈ " : ""
  }

  /// `Other, ≈ 123,456`; nothing where nothing is left out.
  func words(_ sum: Int?) -> String? {
    guard let sum, figure != nil else { return figure == nil ? member.name : nil }
    return sum == 0 ? nil : "\(member.name), \(sign)\(grouped(sum))"
  }
}
