import Catalog

/// The figures of a statement's periods, by the places of its plan, and how judgments compare them.
struct JudgedFigures {
  let plan: CheckPlan
  /// As they are compared: those of a long year by the month.
  let figures: [Estimate?]
  /// As they are published.
  let printed: [Estimate?]
  /// The value of the other question; `nil` where there is none, or none is held.
  let other: Estimate?
  /// The figures of the periods after its own, where those are told.
  let later: [Estimate?]

  /// The figure that the statement is about.
  var own: Estimate? { figures[plan.subject] }

  /// The one that a change is measured from, or that another question has.
  var base: Estimate? { plan.base.flatMap { figures[$0] } ?? other }

  /// The place of a period.
  func place(of period: Period) -> Int? {
    plan.pieces.firstIndex { $0.periods == [period] }
  }
}

// MARK: Among other periods

extension JudgedFigures {
  /// Whether the figure of one place is above that of another. Equal is not above.
  func isAbove(_ place: Int, _ other: Int) -> Truth {
    guard let figure = figures[place]?.interval, let other = figures[other]?.interval else {
      return .unknown
    }
    if figure.low > other.high { return .yes }
    return figure.high <= other.low ? .no : .unknown
  }

  /// By how much the statement's own figure is above another; `nil` for a year of another length.
  func lead(over other: Int) -> Fraction? {
    guard let own = own?.point, let rival = figures[other]?.point, plan.isRegular(other),
      plan.isRegular(plan.subject)
    else { return nil }
    return own - rival
  }

  /// A ruling that holds where the periods compared all pass a test, and its own another.
  func ruling(
    own: Truth = .yes,
    allowed: Allowed? = nil,
    runnerUp: Int?,
    role: Ruling.Role,
    margin: Fraction?,
    every passes: (Int) -> Truth
  ) -> Ruling {
    let known = plan.compared.reduce(own) { $0 && passes($1) }
    let isWhole = plan.beforeSeries == nil && plan.afterSeries == nil
    let truth = known && (isWhole ? .yes : .unknown)
    return Ruling(
      truth: truth,
      value: printed[plan.subject],
      kind: .figure,
      allowed: allowed,
      runnerUp: runnerUp,
      runnerUpRole: role,
      margin: margin,
      countingLeftOut: plan.leftOut.isEmpty
        ? nil : plan.leftOut.reduce(truth) { $0 && passes($1) }
    )
  }
}
