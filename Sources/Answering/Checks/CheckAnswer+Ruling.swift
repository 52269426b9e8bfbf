package import Catalog
package import Planner
package import QueryLanguage
package import Results

extension CheckAnswer {
  /// A statement judged by one reading of it: the ruling, and the figures that it rests on.
  package init(
    _ statement: String,
    _ plan: CheckPlan,
    _ ruling: Ruling,
    on values: [Estimate?],
    _ findings: RowFindings,
    side: SideFigures,
    other: OtherFigure? = nil,
    later: [LaterFigure] = [],
    catalog: any CatalogReader
  ) {
    let column = plan.check.column
    let kind: AnswerColumn.Kind =
      column.isPartOfWhole ? .fraction : .figure(unit: plan.check.query.unit(of: column))
    let periods = CheckPeriods(plan: plan, values: values)
    let place = ruling.valuePlace ?? plan.subject
    var foot = AnswerFoot(
      for: plan.plan,
      findings: findings,
      total: values[plan.subject]?.point.wholeNumber,
      side: side,
      catalog: catalog
    )
    foot.notes = ruling.notes(on: plan) + foot.notes
    if let other { foot = foot.joined(with: other.foot) }
    self.init(
      statement: statement,
      verdict: Verdict(ruling),
      value: ruling.value.map { periods.figure(place, ruling.isFigure ? $0 : nil) },
      valueKind: ruling.kind.column(kind),
      figureKind: kind,
      figures: other.map { [$0.figure, periods.figure(plan.subject, as: plan.check.query)] }
        ?? ([plan.base].compactMap { $0 } + [place]).map(periods.figure),
      runnerUp: plan.base == nil && other == nil ? ruling.runnerUp.map(periods.figure) : nil,
      runnerUpRole: ruling.roleOfRunnerUp,
      change: plan.check.other != nil && ruling.kind != .difference
        ? nil
        : periods.change(
          from: other?.value ?? plan.base.flatMap { values[$0] },
          to: values[plan.subject],
          ruling
        ),
      margin: ruling.isFigure && ruling.value?.isPrinted != false
        ? ruling.margin.map { Number($0) } : nil,
      compared: plan.compared.map(periods.figure),
      comparedWords: plan.check.judgment.form.tellsCount ? "" : periods.words,
      leftOut: plan.leftOut.map(periods.figure),
      countingLeftOut: ruling.countingLeftOut.map { Verdict($0) },
      allowed: ruling.allowed.map { CheckRange($0) },
      range: ruling.isFigure && ruling.value?.interval != .unbounded
        ? ruling.value.flatMap { CheckRange($0) } : nil,
      foot: foot
    )
    told = ruling.told.map { CheckFact($0, periods, later: later) }
    miss = verdict == .holds ? nil : ruling.miss(of: kind, plan.check.judgment)
    meetsLongNumber = verdict == .holds && ruling.meets(plan.check.check)
    isHeldWhole =
      plan.isHeldWhole && plan.beforeSeries == nil && plan.afterSeries == nil
      && plan.compared.allSatisfy { values[$0] != nil }
  }
}

extension Ruling {
  /// Whether a number of four or more digits is stated, which is exactly the figure.
  package func meets(_ check: Check) -> Bool {
    check.statingExactly != nil && value?.point.real == check.judgment.form.amounts[0].value.real
  }

  /// By how much the figure differs from the number stated, in percent or in points of a
  /// percentage; `nil` where it cannot be told.
  package func difference(on plan: CheckPlan) -> (amount: Double, isInPoints: Bool)? {
    guard truth != .yes else { return nil }
    let column = plan.check.column
    let kind: AnswerColumn.Kind =
      column.isPartOfWhole ? .fraction : .figure(unit: plan.check.query.unit(of: column))
    guard let miss = miss(of: kind, plan.check.judgment), let difference = miss.difference else {
      return nil
    }
    return (difference.real, miss.isInPoints)
  }

  /// How the number stated differs from the figure, and the slip that explains it.
  fileprivate func miss(of figure: AnswerColumn.Kind, _ judgment: Judgment) -> Miss? {
    guard let nearness, nearness.isPossible, let value, value.interval.isBounded else {
      return nil
    }
    let column = kind.column(figure)
    let isPercentage = column == .percent || column == .fraction || column == .points
    let inPercent = column == .percent ? Fraction(1) : Fraction(isPercentage ? 100 : 1)
    let nearest = value.nearest(to: nearness.stated)
    let difference = nearest - nearness.stated
    let share = (difference / nearest.magnitude).map { $0 * Fraction(100) }
    let slip =
      judgment.form.isRoundlySaid
      ? judgment.form.amounts.only.flatMap {
        Slip(from: (value.point * inPercent).magnitude, to: $0)
      } : nil
    var miss = Miss(
      said: Number(nearness.stated),
      difference: (isPercentage ? difference * inPercent : share).map { Number($0) },
      isInPoints: isPercentage,
      cause: slip.map { Miss.Cause($0) } ?? .unexplained
    )
    if judgment.form.isRoundlySaid, value.interval.contains(nearness.stated) {
      miss.cause = .rounded
      miss.detail = "the publisher rounds the figure"
    }
    return miss
  }
}

extension Estimate {
  /// The value that it can have which is nearest to a number; the printed one where that is one of
  /// them.
  fileprivate func nearest(to number: Fraction) -> Fraction {
    if let low = interval.low.number, number < low { return low }
    if let high = interval.high.number, number > high { return high }
    return point
  }
}

extension Miss.Cause {
  fileprivate init(_ slip: Slip) {
    switch slip {
    case .cut: self = .cut
    case .rounded: self = .rounded
    case .swapped: self = .swapped
    }
  }
}

extension Ruling {
  /// Whether what is judged is a figure at all: two floors, or two ceilings, have no difference and
  /// no ratio, and what is not printed has none either.
  var isFigure: Bool { kind == .figure || value?.interval != .unbounded }

  /// What must be said of the value itself.
  fileprivate func notes(on plan: CheckPlan) -> [Note] {
    if truth == .no, let lack = plan.lackWords {
      return [Note(.understood, "\(lack); an earlier period decides without it")]
    }
    let isFromZero = truth == .unknown && value == nil && runnerUpRole == .base
    return isFromZero
      ? [Note(.absence, "a change from zero has no percentage and no factor")] : []
  }

  /// What the period is that comes next, or that decides.
  fileprivate var roleOfRunnerUp: String {
    switch runnerUpRole {
    case .base: return ""
    case .breaking: return "before it"
    case .exception: return "not so"
    case .narrowest: return "nearest"
    case .predecessor: return "period before"
    case .earlier: return "earlier too"
    case .rival(let extreme):
      guard let margin else { return "nearest" }
      if margin == .zero { return "equal" }
      guard margin.isNegative else { return "next \(extreme.rawValue)" }
      return extreme == .highest ? "higher" : "lower"
    }
  }
}

extension Ruling.Kind {
  /// The kind of column of the value that is judged, given that of the figures.
  fileprivate func column(_ figure: AnswerColumn.Kind) -> AnswerColumn.Kind {
    switch self {
    case .figure: figure
    case .difference: figure == .fraction ? .points : figure
    case .percent: .percent
    case .share: .fraction
    case .factor: .figure(unit: nil)
    }
  }
}
