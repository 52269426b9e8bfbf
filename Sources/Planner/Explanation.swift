package import Catalog
import QueryLanguage

/// Why a figure of a plan comes from the tables that it comes from: every table that holds the
/// measure, and what became of it.
package struct Explanation: Sendable {
  package let label: String
  package let considered: [Considered]
  /// Number of superseded editions that were not considered.
  package let superseded: Int

  /// One table that holds the measure, and what became of it.
  package struct Considered: Sendable {
    package let dataset: Dataset
    package let outcome: Outcome
  }

  /// What became of a table: chosen for some days, passed over, or unable to answer.
  package enum Outcome: Sendable {
    /// The days that it answers.
    case chosen(DaySet)
    /// Why another table was taken, and which.
    case lost(Reason, to: Dataset?)
    /// Why it cannot answer at all.
    case misfit(Misfit)
    /// Its periods do not make up those of the rows.
    case otherTime
  }

  /// Why a table that could answer was passed over.
  package enum Reason: Sendable {
    /// It holds nothing of the days of the question. The range is what it does hold.
    case outside(DayRange?)
    case incomplete
    case withheld
    case superseded
    case older
    case rank
    case rounded
    case larger
    /// It does not hold the period whole.
    case partial
    /// The other table answers every part of the expression.
    case apart
    /// It leaves more under `other`, or does not name values that rows of the answer have.
    case tellsLess
    /// The other table's publication answers all periods that are compared.
    case compared
  }

  /// One for each figure of the plan.
  package static func all(of plan: QueryPlan, catalog: any CatalogReader) -> [Explanation] {
    plan.query.figures.indices.map { Explanation(of: $0, in: plan, catalog) }
  }

  private init(of index: Int, in plan: QueryPlan, _ catalog: any CatalogReader) {
    let figure = plan.query.figures[index]
    let own = plan.figures[index]
    label = plan.label(of: own)
    let holdings = Editions(of: plan.query, catalog).holdings(of: figure.measure)
    superseded = catalog.editions(of: figure.measure.id).count - holdings.count
    let segments = ([plan.main] + plan.references.map(\.frame)).flatMap {
      $0.figures[index].segments
    }
    let judge = Judge(figure, plan, segments, catalog)
    considered = holdings.map { Considered(dataset: $0.dataset, outcome: judge.outcome(on: $0)) }
      .sorted { $0.outcome.order < $1.outcome.order }
  }
}

extension Explanation.Outcome {
  /// Chosen ones first, then those that could answer, then the rest.
  fileprivate var order: Int {
    switch self {
    case .chosen: 0
    case .lost(.outside, _): 2
    case .lost: 1
    case .otherTime: 3
    case .misfit: 4
    }
  }
}

/// Determines what became of a table.
private struct Judge {
  private let fitting: TableFit
  private let units: [TimeUnit]
  private let segments: [Segment]
  private let candidates: [Candidate]
  private let catalog: any CatalogReader
  private let asked: DaySet
  private let isAsOf: Bool
  private let isBySource: Bool
  private let isPartOfExpression: Bool
  private let comparesPeriods: Bool
  private let isDivided: Bool

  init(
    _ figure: ResolvedQuery.Figure,
    _ plan: QueryPlan,
    _ segments: [Segment],
    _ catalog: any CatalogReader
  ) {
    fitting = TableFit(figure, of: plan.query, catalog: catalog)
    units =
      plan.query.keys.compactMap(\.timeUnit)
      + (figure.fold.map { [plan.query.folds[$0].unit] } ?? [])
    self.segments = segments
    candidates = segments.map(\.candidate)
    self.catalog = catalog
    asked = DaySet(plan.pieces.flatMap(\.days.ranges))
    isAsOf = plan.query.asOf != nil
    isBySource = plan.query.keys.contains(.source)
    isPartOfExpression = figure.expression != nil
    comparesPeriods = plan.query.comparesPeriods
    isDivided = plan.query.keys.contains { $0.dimension != nil }
  }

  func outcome(on holding: Holding) -> Explanation.Outcome {
    let days = segments.filter { $0.candidate.dataset == holding.dataset }.map(\.days)
    if !days.isEmpty { return .chosen(days.reduce(DaySet([])) { $0.union($1) }) }
    do throws(Misfit) {
      let candidate = try fitting.fit(holding)
      guard units.allSatisfy(candidate.serves) else { return .otherTime }
      return loss(of: candidate)
    } catch {
      return .misfit(error)
    }
  }

  private func loss(of candidate: Candidate) -> Explanation.Outcome {
    let held = asked.ranges.map { candidate.held(in: $0) }.reduce(DaySet([])) { $0.union($1) }
    guard !held.isEmpty else {
      let first = candidate.runs.first?.days
      return .lost(
        .outside(candidate.runs.last.flatMap { last in first?.union(last.days) }),
        to: nil
      )
    }
    // The table that answers most of what this one could.
    let rivals =
      isBySource
      ? segments.filter { $0.candidate.dataset.source == candidate.dataset.source } : segments
    let rival = rivals.max {
      $0.days.intersection(held).dayCount < $1.days.intersection(held).dayCount
    }?.candidate
    guard let rival else { return .lost(.partial, to: nil) }
    let answered = segments.filter { $0.candidate.dataset == rival.dataset }.map(\.days)
    let theirs = answered.reduce(DaySet([])) { $0.union($1) }.intersection(asked)
    let isWhole = theirs.subtracting(held).isEmpty
    return .lost(reason(candidate, rival, holdsAsMuch: isWhole), to: rival.dataset)
  }

  private func reason(
    _ own: Candidate,
    _ rival: Candidate,
    holdsAsMuch: Bool
  ) -> Explanation.Reason {
    guard Preference(catalog: catalog, isAsOf: isAsOf).isBetter(rival, own) else {
      if isPartOfExpression { return .apart }
      return !holdsAsMuch
        ? .partial : comparesPeriods ? .compared : isDivided ? .tellsLess : .partial
    }
    if own.dataset.standing != rival.dataset.standing { return .rank }
    if own.dataset.isComplete != rival.dataset.isComplete { return .incomplete }
    if own.sumsWithheld != rival.sumsWithheld { return .withheld }
    if isAsOf { return .older }
    if own.dataset.isSuperseded != rival.dataset.isSuperseded { return .superseded }
    if own.dataset.rank != rival.dataset.rank { return .rank }
    if own.dataset.rounding != rival.dataset.rounding { return .rounded }
    return own.dataset.source == rival.dataset.source ? .larger : .older
  }
}
