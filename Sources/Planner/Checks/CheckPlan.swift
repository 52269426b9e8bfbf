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
    // What only some tables could answer is not told, so nothing is offered instead.
    let offers = allowed.isAll && !isTrial
    let preparation = try Self.preparation(check, catalog, allowed, offering: offers)
    let question = try Self.question(preparation, check, offering: offers, isTrial: isTrial)
    let each = try EachPeriod(check, question.plan, preparation.supply)
    guard let own = each?.own ?? check.period ?? question.plan?.pieces.first else {
      preconditionFailure("a statement has no period: \(check.check.spelling)")
    }
    let periods = try check.reach.map { reach throws(Diagnostic) in
      try ComparedPeriods(own, reach, check.judgment, preparation.supply)
    }
    let second = try Self.second(check, catalog, allowed)
    let earlier =
      question.plan?.references.first { $0.kind == .versus }?.frame.pieces.first?.named
      ?? second.period
    let placed = PlacedPeriods(own, from: earlier, beside: periods, each)
    self.check = check
    lack = question.lack
    other = second.plan
    subject = placed.subject
    base = placed.base
    compared = placed.compared
    leftOut = placed.leftOut
    start = placed.start
    later = periods.flatMap { periods in
      periods.later.isEmpty ? nil : preparation.plan(over: periods.later, like: nil)
    }
    length = periods?.length ?? .equal
    beforeSeries = periods?.beforeSeries ?? each?.beforeSeries
    afterSeries = periods?.afterSeries ?? each?.afterSeries
    overlapping = periods?.overlapping
    (plan, best) = try preparation.plans(
      of: placed,
      comparing: check.judgment.form.mostCompared,
      like: question.plan
    )
    let isAlone = !allowed.isAll || other != nil || check.hasOneSource
    let days = [own.days] + (earlier.map { [$0.days] } ?? [])
    otherSources = isAlone ? [] : preparation.otherSources(for: days, beside: plan)
  }

  /// The tables that can answer the question of a statement, and what it needs of them.
  private static func preparation(
    _ check: ResolvedCheck,
    _ catalog: any CatalogReader,
    _ allowed: AllowedTables,
    offering: Bool
  ) throws(Diagnostic) -> QueryPlan.Preparation {
    do throws(Refusal) {
      let preparation = try QueryPlan.Preparation(check.query, catalog, allowed: allowed)
      if let refusal = check.withoutPeriod(preparation) { throw refusal }
      return preparation
    } catch {
      throw offering ? error.tried(check.query, catalog) : error.diagnostic
    }
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
    offering: Bool,
    isTrial: Bool
  ) throws(Diagnostic) -> (plan: QueryPlan?, lack: Diagnostic?) {
    do throws(Refusal) {
      return (try QueryPlan(preparation), nil)
    } catch {
      let isRefutable =
        error.kind == .lackOfData && check.judgment.form.isRefutedByEarlier && check.period != nil
      guard isRefutable || !isTrial else { throw .notTold(at: check.query.columns[0].span) }
      let refusal = offering ? error.tried(check.query, preparation.catalog) : error.diagnostic
      guard isRefutable else { throw refusal }
      return (nil, refusal)
    }
  }
}

extension ResolvedCheck {
  /// Whether other sources are not asked. With `as of`, earlier editions of the same tables would
  /// count as such; a period relative to the data held would differ from source to source.
  fileprivate var hasOneSource: Bool { query.asOf != nil || period == nil || ranked != nil }
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

extension Diagnostic {
  /// What is thrown where a statement is only tried: nobody is told why it has no figure.
  fileprivate static func notTold(at span: SourceSpan) -> Diagnostic {
    Diagnostic("not-held", kind: .lackOfData, "nothing is held of this", at: span)
  }
}
