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
    var ruling = check.judgment.claim.ruling(on: judged)
    if isBackward { ruling.told.append(.backward) }
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
    guard comparesByMonth else { return figures }
    var figures = figures
    switch length {
    case .equal: break
    // A part is no more than the whole that it is set beside.
    case .shorter:
      figures[subject] = figures[subject].map {
        $0.within(Interval($0.interval.low, .positiveInfinity))
      }
    case .longer:
      figures[subject] = figures[subject].map {
        $0.within(Interval(.number(.zero), $0.interval.high))
      }
    }
    return figures.indices.map { index in
      let figure = figures[index]
      guard !isRegular(index) else { return figure }
      let months = Period.all(.month, touching: plan.pieces[index].whole).count
      return figure.map { $0 * Estimate(Fraction(12, over: max(1, months))) }
    }
  }
}

extension Judgment.Claim {
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
