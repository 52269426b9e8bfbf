package import Catalog
package import Diagnostics
package import QueryLanguage

/// How a statement will be judged: the periods whose values are needed, and where each value comes
/// from.
package struct CheckPlan: Sendable {
  /// The statement.
  package let check: ResolvedCheck
  /// Every period whose value is needed, from the oldest, as the rows of one plan. Spans may
  /// overlap.
  package private(set) var plan: QueryPlan
  /// The same with each period from the best table for it, where `plan` takes all periods that are
  /// compared from one table instead.
  package private(set) var best: QueryPlan?
  /// The place of the period that the statement is about.
  package let subject: Int
  /// The place of the period that a change is measured from.
  package let base: Int?
  /// The places of the periods that the value is compared with.
  package let compared: [Int]
  /// The places of those that lie in the period after `since`, which is left out.
  package let leftOut: [Int]
  /// The place of the period before the first of `leftOut` and `compared`, for rises and falls.
  package let start: Int?
  /// The periods that are held after the subject, where all that is held before it is compared.
  package let later: QueryPlan?
  /// How the length of the subject differs from that of the periods compared.
  package let length: OwnLength
  /// The other question whose value is compared with, in the subject's period or its own.
  package let other: QueryPlan?
  /// Days after the period named that come before everything that is held.
  package let beforeSeries: DayRange?
  /// Days before the subject that come after everything that is held.
  package let afterSeries: DayRange?
  /// The period that overlaps the subject, where periods of a named unit are compared.
  package let overlapping: RowPeriod?
  /// Ids of the sources that also have figures of the subject, without the one used where only one
  /// is.
  package let otherSources: [Int]
  /// Why nothing is held of the subject.
  package let lack: Diagnostic?

  /// The periods, in the order of their places.
  package var pieces: [RowPeriod] { plan.pieces }

  /// Why nothing is held of the subject, in words.
  package var lackWords: String? { lack?.message }
}

extension CheckPlan {
  package init(
    for check: ResolvedCheck,
    catalog: any CatalogReader,
    allowed: AllowedTables = .all,
    isTrial: Bool = false
  ) throws(Diagnostic) {
    let preparation: QueryPlan.Preparation
    do throws(Refusal) {
      preparation = try QueryPlan.Preparation(check.query, catalog, allowed: allowed)
      if let refusal = check.withoutPeriod(preparation) { throw refusal }
    } catch {
      // What only some tables could answer is not told, so nothing is offered instead.
      throw allowed.isAll && !isTrial ? error.tried(check.query, catalog) : error.diagnostic
    }
    let question = try Self.question(preparation, check, offering: allowed.isAll && !isTrial)
    let each = try EachPeriod(check, question.plan, preparation.supply)
    guard let own = each?.own ?? check.period ?? question.plan?.pieces.first else {
      preconditionFailure("a statement has no period: \(check.check.spelling)")
    }
    self.check = check
    lack = question.lack
    let periods = try check.reach.map { reach throws(Diagnostic) in
      try ComparedPeriods(own, reach, check.judgment, preparation.supply)
    }
    let second = try Self.second(check, catalog, allowed)
    other = second.plan
    let earlier =
      question.plan?.references.first { $0.kind == .versus }?.frame.pieces.first?.named
      ?? second.period
    let others = [periods?.before, earlier].compactMap { $0 } + (each?.pieces ?? [])
    let pieces = PieceList(
      others + (periods?.leftOut ?? []) + (periods?.compared ?? []) + [own.named]
    )
    subject = pieces.place(of: own)
    base = earlier.map { pieces.place(of: $0) }
    let compared = (periods?.compared ?? each?.others ?? []).map { pieces.place(of: $0) }
    self.compared = compared
    leftOut = periods?.leftOut.map { pieces.place(of: $0) } ?? []
    later = periods.flatMap { periods in
      periods.later.isEmpty ? nil : preparation.plan(over: periods.later, like: nil)
    }
    length = periods?.length ?? .equal
    start = periods?.before.map { pieces.place(of: $0) }
    beforeSeries = periods?.beforeSeries ?? each?.beforeSeries
    afterSeries = periods?.afterSeries ?? each?.afterSeries
    overlapping = periods?.overlapping
    let apart = base.map { [$0] } ?? compared
    let needed =
      each == nil
      ? (apart + [subject] + (start.map { [$0] } ?? [])).suffix(check.judgment.form.mostCompared)
      : Array(pieces.all.indices)[...]
    let uses = preparation.uses(for: pieces.all)
    let best = preparation.plan(over: pieces.all, like: question.plan, uses)
    let alike = preparation.alike(pieces.all, uses, [needed + leftOut, Array(needed)]).map {
      $0.plan(over: pieces.all, like: question.plan)
    }
    plan = alike ?? best
    let besides = compared + (base.map { [$0] } ?? [])
    if let refusal = UnlikeReadings(check.query)
      .refusal(plan.main, subject: subject, others: besides)
    {
      throw refusal.diagnostic
    }
    self.best = alike == nil ? nil : best
    let days = [own.days] + (earlier.map { [$0.days] } ?? [])
    // With `as of`, earlier editions of the same tables would count as other sources. A period
    // relative to the data held would differ from source to source.
    let isAlone =
      !allowed.isAll || check.query.asOf != nil || check.period == nil || other != nil
      || check.ranked != nil
    otherSources = isAlone ? [] : preparation.otherSources(for: days, beside: plan)
  }

  /// The other question of a statement: its period, where it is the same question, or its plan.
  private static func second(
    _ check: ResolvedCheck,
    _ catalog: any CatalogReader,
    _ allowed: AllowedTables
  ) throws(Diagnostic) -> (period: RowPeriod?, plan: QueryPlan?) {
    guard let other = check.other else { return (nil, nil) }
    if other.isSameQuestion, let days = other.query.days?.ranges.only, days != check.period?.whole {
      return (RowPeriod(periods: [], days: DaySet([days]), whole: days).named, nil)
    }
    return (nil, try QueryPlan(for: other.query, catalog: catalog, allowed: allowed))
  }

  /// The same statement over figures from other tables.
  package func with(_ plan: QueryPlan) -> CheckPlan {
    var other = self
    other.plan = plan
    other.best = nil
    return other
  }

  /// The plan of the subject alone. Where nothing is held of it, earlier periods may still refute a
  /// statement that it is the first of its kind.
  private static func question(
    _ preparation: QueryPlan.Preparation,
    _ check: ResolvedCheck,
    offering: Bool
  ) throws(Diagnostic) -> (plan: QueryPlan?, lack: Diagnostic?) {
    do throws(Refusal) {
      return (try QueryPlan(preparation), nil)
    } catch {
      let refusal = offering ? error.tried(check.query, preparation.catalog) : error.diagnostic
      guard refusal.kind == .lackOfData, check.judgment.form.isRefutedByEarlier,
        check.period != nil
      else { throw refusal }
      return (nil, refusal)
    }
  }
}

extension RowPeriod {
  /// The piece with its period set where its days are one period, so that it can be named.
  var named: RowPeriod {
    guard periods.isEmpty, let range = days.ranges.only, let period = Period(exactly: range) else {
      return self
    }
    return RowPeriod(of: period)
  }

  init(of period: Period) {
    self.init(periods: [period], days: DaySet([period.days]), whole: period.days)
  }
}

extension QueryPlan.Preparation {
  /// The best tables of each figure outside of folds for each of some periods.
  fileprivate func uses(for pieces: [RowPeriod]) -> [[[TableDays]]] {
    let together = ExpressionTables(supply)
    return supply.indices.map { figure in
      supply[figure].figure.fold != nil
        ? pieces.map { _ in [] } : pieces.map { together.uses(of: figure, for: $0.days) }
    }
  }

  /// The same, restricted to one series that answers all periods of a list: the first of `lists`
  /// (indices of pieces) for which there is one. `nil` where the best tables already are of one
  /// series, or no series has all periods.
  fileprivate func alike(
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

  /// The question over other periods, without what only its own rows had.
  ///
  /// `uses` are the tables for them, where those are known.
  fileprivate func plan(
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
  fileprivate func otherSources(for periods: [DaySet], beside plan: QueryPlan) -> [Int] {
    let used = IDSet(plan.figures.flatMap { $0.segments.map(\.candidate.dataset.source) }).elements
    let having = supply.flatMap { own in
      periods.map { days in own.sources(holding: own.uses(for: days).days, of: days) }
    }
    guard let first = having.first else { return [] }
    let shared = having.dropFirst().reduce(first) { $0.intersection($1) }
    return shared.elements.filter { used.only != $0 }
  }
}
