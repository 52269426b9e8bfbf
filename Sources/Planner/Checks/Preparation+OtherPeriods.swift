import Catalog
import Diagnostics
import QueryLanguage

extension QueryPlan.Preparation {
  /// The best tables of each figure outside of folds for each of some periods.
  private func uses(for pieces: [RowPeriod]) -> [[[TableDays]]] {
    let together = ExpressionTables(supply)
    return supply.indices.map { figure in
      supply[figure].figure.fold != nil
        ? pieces.map { _ in [] } : pieces.map { together.uses(of: figure, for: $0.days) }
    }
  }

  /// The same, restricted to one series that answers all periods of a list: the first of `lists`
  /// (indices of pieces) for which there is one. `nil` where the best tables already are of one
  /// series, or no series has all periods.
  private func alike(
    _ pieces: [RowPeriod],
    _ uses: [[[TableDays]]],
    _ lists: [[Int]]
  ) -> Self? {
    guard lists.contains(where: { $0.count > 1 }) else { return nil }
    for places in lists {
      let frame = Frame(
        query,
        supply,
        places.map { pieces[$0] },
        ExpressionTables(supply),
        uses: uses.map { own in places.map { own[$0] } }
      )
      if let narrowed = LikeWithLike(supply, [frame]).narrowed { return with(narrowed) }
    }
    return nil
  }

  /// The plan of a statement over one series where there is one, and then the plan with the best
  /// table for each period.
  func plans(
    of placed: PlacedPeriods,
    comparing most: Int,
    like question: QueryPlan?
  ) throws(Diagnostic) -> (plan: QueryPlan, best: QueryPlan?) {
    let uses = uses(for: placed.pieces)
    let best = plan(over: placed.pieces, like: question, uses)
    let alike = alike(placed.pieces, uses, placed.lists(comparing: most))
      .map { $0.plan(over: placed.pieces, like: question) }
    let plan = alike ?? best
    let unlike = UnlikeReadings(query)
    if let refusal = unlike.refusal(plan.main, subject: placed.subject, others: placed.besides) {
      throw refusal.diagnostic
    }
    return (plan, alike == nil ? nil : best)
  }

  /// The question over other periods, without what only its own rows had.
  ///
  /// `uses` are the tables for them, where those are known.
  func plan(
    over pieces: [RowPeriod],
    like question: QueryPlan?,
    _ uses: [[[TableDays]]]? = nil
  ) -> QueryPlan {
    let frame = Frame(query, supply, pieces, ExpressionTables(supply), uses: uses)
    return QueryPlan(
      query: query,
      main: frame,
      references: [],
      naming: nil,
      unranked: Unranked(query, frame, nil, catalog),
      seams: Seam.all(query, frame, []),
      edges: question?.edges ?? [],
      sourcesInOrder: [],
      assumptions: question?.assumptions ?? query.assumptions
    )
  }

  /// The sources that hold every figure as far as the plan does in each of some periods. A source
  /// that everything comes from is left out; where the plan uses several, each of them alone counts
  /// as another.
  func otherSources(for periods: [DaySet], beside plan: QueryPlan) -> [Int] {
    let used = IDSet(plan.figures.flatMap { $0.segments.map(\.candidate.dataset.source) }).elements
    let having = supply.flatMap { own in
      periods.map { days in own.sources(holding: own.uses(for: days).days, of: days) }
    }
    guard let first = having.first else { return [] }
    let shared = having.dropFirst().reduce(first) { $0.intersection($1) }
    return shared.elements.filter { used.only != $0 }
  }
}
