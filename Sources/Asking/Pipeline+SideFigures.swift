import Answering
import Catalog
import Planner
import QueryLanguage
import SQLCompiler
import Store

/// Sums beside the answer: of both sides of a seam, of cut months, of what a ranking leaves out.
extension Pipeline {
  func sideFigures(_ plan: QueryPlan) throws -> SideFigures {
    SideFigures(
      seams: try plan.seams.map { try sums(of: $0, plan) },
      edges: try plan.edges.map { edge in
        try sums(of: plan.figures[edge.figure], [(edge.candidate, edge.month.days)])[0]
      },
      rest: try UnrankedRest.all(plan, catalog).map { ($0, try sum($0)) }
    )
  }

  /// What a ranking leaves out; 0 where no table has a row of it.
  private func sum(_ rest: UnrankedRest) throws -> Int? {
    guard let figure = rest.figure else { return nil }
    return try sums(of: figure, rest.parts.map { ($0.candidate, $0.days) })
      .reduce(0) { $0 + ($1 ?? 0) }
  }

  private func sums(of seam: Seam, _ plan: QueryPlan) throws -> SeamSums {
    let figure = plan.figures[seam.figure]
    guard let days = seam.days else {
      return SeamSums(earlier: nil, later: nil, following: nil, values: [])
    }
    let following = seam.following.map { [(seam.later, $0)] } ?? []
    let sums = try sums(of: figure, [(seam.earlier, days), (seam.later, days)] + following)
    return SeamSums(
      earlier: sums[0],
      later: sums[1],
      following: following.isEmpty ? nil : sums[2],
      values: try seam.key.map { try values(of: seam, days, figure, plan.query, $0) } ?? []
    )
  }

  /// The sums of each value that both sides of a seam have.
  private func values(
    of seam: Seam,
    _ days: DayRange,
    _ figure: FigurePlan,
    _ query: ResolvedQuery,
    _ place: Int
  ) throws -> [SeamSums.Value] {
    let key = query.keys.filter { $0.dimension != nil }[place]
    let sides = try [seam.earlier, seam.later].map { candidate in
      let sum = SideSum(of: figure, in: candidate, days, by: key, at: place)
      let rows = try database.prepare(sum.sql)
      var known: [Int: Int] = [:]
      while try rows.step() {
        let (quotient, remainder) = rows.integer(at: 1).quotientAndRemainder(dividingBy: sum.scale)
        if remainder == 0, !rows.isNull(at: 1) { known[rows.integer(at: 0)] = quotient }
      }
      return known
    }
    return sides[0].compactMap { id, earlier in
      guard let later = sides[1][id], let member = catalog.member(id), member.rest == .none else {
        return nil
      }
      return SeamSums.Value(name: member.name, earlier: earlier, later: later)
    }
  }

  /// The sums of a figure in some datasets, each for its days; `nil` where there is none or it is
  /// not a whole number.
  private func sums(
    of figure: FigurePlan,
    _ wanted: [(candidate: Candidate, days: DayRange)]
  ) throws -> [Int?] {
    // One statement each: SQLite takes longer for sums inside of one.
    try wanted.map { part in
      let sum = SideSum(of: figure, in: part.candidate, part.days)
      let row = try database.prepare(sum.sql)
      guard try row.step(), !row.isNull(at: 0) else { return nil }
      let (quotient, remainder) = row.integer(at: 0).quotientAndRemainder(dividingBy: sum.scale)
      return remainder == 0 ? quotient : nil
    }
  }
}
