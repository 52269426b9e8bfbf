import Catalog
package import QueryLanguage

extension CheckPlan {
  /// The ruling on the statement by the figures of the plan's periods, `nil` where none is held.
  ///
  /// `value` is that of the other question, `later` are the figures of the later periods, where
  /// there are any.
  package func ruling(
    on figures: [Estimate?],
    beside value: Estimate? = nil,
    later: [Estimate?] = []
  ) -> Ruling {
    let judged = JudgedFigures(
      plan: self,
      figures: comparable(figures),
      printed: figures,
      other: value,
      later: later
    )
    var ruling = check.judgment.assertion.ruling(on: judged)
    let unlike: [Ruling.Told] = ruling.places(beside: subject).compactMap { place in
      guard comparesByMonth, !isRegular(place), let figure = judged.figures[place] else {
        return nil
      }
      return .inTwelveMonths(place, figure)
    }
    ruling.told = unlike + ruling.told
    if isBackward { ruling.told.append(.backward) }
    if comparedLength != .equal { ruling.told.append(.unlikeLengths) }
    let isHeld =
      figures[subject] != nil && (base.map { figures[$0] != nil } ?? true)
      && (other == nil || value != nil)
    // Earlier periods can refute that the subject is the first of its kind, even without its
    // figure.
    guard isHeld || base == nil && other == nil && ruling.truth == .no else { return .noData }
    return check.judgment.isNegated ? ruling.negated : ruling
  }

  /// Whether a year of fifteen months among the others is compared by the month: where sums over
  /// time are compared with one another, and not with a number.
  package var comparesByMonth: Bool {
    check.column.quantity.kind == .flow && check.query.per == nil
      && check.judgment.form.comparesPeriods
  }

  /// Whether a change goes from a later period to an earlier one.
  private var isBackward: Bool {
    check.isChange && base.map { pieces[$0].whole.first > pieces[subject].whole.first } ?? false
  }

  /// The whole months of the subject that are held, where a value over a part of it says nothing of
  /// all of it.
  package var wholeSpan: InClause.Range? {
    guard !isHeldWhole, base == nil, other == nil, check.query.per != nil,
      let held = plan.figures.first?.rows[subject].held.ranges.only,
      held.first.isFirstOfMonth, held.last.isLastOfMonth
    else { return nil }
    let months = [held.first, held.last].map { Period(.month, containing: $0) }
    let terms = months.map { PeriodTerm(.period($0), at: check.judgment.span) }
    return InClause.Range(first: terms[0], last: months[0] == months[1] ? nil : terms[1])
  }

  /// Whether every day of what is judged is held, and none is cut by the statement.
  package var isHeldWhole: Bool {
    plan.edges.isEmpty
      && ([base].compactMap { $0 } + [subject]).allSatisfy { place in
        plan.figures.allSatisfy { !$0.isPartial(place, plan.pieces[place]) }
      }
  }

  /// Whether a period is as long as others of its unit.
  package func isRegular(_ place: Int) -> Bool {
    plan.main.isRegular(place, plan.query.figures(in: check.column.value))
  }

  /// The figures as those of years of one length.
  private func comparable(_ figures: [Estimate?]) -> [Estimate?] {
    var figures = figures
    if comparedLength != .equal {
      figures[subject] = figures[subject]?.beside(comparedLength)
      return figures
    }
    guard comparesByMonth else { return figures }
    figures[subject] = figures[subject]?.beside(length)
    return figures.indices.map { index in
      let figure = figures[index]
      guard !isRegular(index) else { return figure }
      let months = Period.all(.month, touching: plan.pieces[index].whole).count
      return figure.map { $0 * Estimate(Fraction(12, over: max(1, months))) }
    }
  }
}

extension Ruling {
  /// The periods whose figures are shown: the subject's own, and those that decide.
  fileprivate func places(beside subject: Int) -> [Int] {
    var places = [subject] + [runnerUp].compactMap { $0 }
    for case .counterpart(let place, _) in told { places.append(place) }
    return places.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension CheckPlan {
  /// How long the subject is beside the other period of a change or of two questions, where sums
  /// over time are compared as they are: the shorter one decides where it has more.
  private var comparedLength: OwnLength {
    guard check.column.quantity.kind == .flow, check.query.per == nil,
      let second = base.map({ pieces[$0] }) ?? other?.pieces.first
    else { return .equal }
    let first = pieces[subject]
    // A percentage of its own whole is a share, for which it is a part on purpose.
    let isShare = check.judgment.form.amounts.contains(where: \.isPercent)
    if isShare, first.days.subtracting(second.days).isEmpty { return .equal }
    let figures = plan.query.figures(in: check.column.value)
    let own = plan.main.monthCount(of: subject, figures)
    let theirs =
      base.map { plan.main.monthCount(of: $0, figures) }
      ?? other.map { $0.main.monthCount(of: 0, Array($0.figures.indices)) } ?? own
    return own == theirs ? .equal : own < theirs ? .shorter : .longer
  }
}

extension Estimate {
  /// The same as it counts beside figures of periods of another length: a part is no more than the
  /// whole that it is set beside.
  fileprivate func beside(_ length: OwnLength) -> Estimate {
    switch length {
    case .equal: self
    case .shorter: within(Interval(interval.low, .positiveInfinity))
    case .longer: within(Interval(.number(.zero), interval.high))
    }
  }
}

extension Judgment.Assertion {
  fileprivate func ruling(on judged: JudgedFigures) -> Ruling {
    switch self {
    case .superlative(let form): form.ruling(on: judged)
    case .first(let form): form.ruling(on: judged)
    case .every(let form): form.ruling(on: judged)
    case .streak(let form): form.ruling(on: judged)
    case .compared(let form): form.ruling(on: judged)
    // Judged by the figures of values, and not of periods.
    case .placed: .noData
    case .stated(let form): form.ruling(on: judged)
    case .moved(let form): form.ruling(on: judged)
    case .multiplied(let form): form.ruling(on: judged)
    case .flat(let form): form.ruling(on: judged)
    case .ranged(let form): form.ruling(on: judged)
    }
  }
}
