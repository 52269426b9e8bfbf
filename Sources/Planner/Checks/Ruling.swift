import Catalog
import QueryLanguage

/// A statement judged by the figures of its periods.
package struct Ruling: Sendable {
  /// Whether the statement is true for every value that the figures can have, for none, or for
  /// some; `nil` when what it is about is not held.
  package let truth: Truth?
  /// What is judged: the figure of the subject, or the change, in the unit that is stated.
  package let value: Estimate?
  /// How `value` is read.
  package let kind: Kind
  /// The values that the statement allows, where it states a number.
  package let allowed: Allowed?
  /// The place of the period that comes next after the subject, or that decides against the
  /// statement.
  package let runnerUp: Int?
  /// What `runnerUp` is to the subject.
  package let runnerUpRole: Role
  /// By how much the value differs from the runner-up, or from the number stated.
  package let margin: Fraction?
  /// What the verdict would be if the period after `since` were counted too.
  package let countingLeftOut: Truth?

  /// What another period is to the subject.
  package enum Role: Sendable {
    /// The nearest to the subject.
    case rival
    /// One for which the same is true already.
    case earlier
    /// The one before the subject.
    case predecessor
    /// The one that a change is measured from.
    case base
  }

  /// What is judged.
  package enum Kind: Sendable {
    /// A figure of the question's own kind.
    case figure
    /// A difference of two such figures.
    case difference
    case percent
    /// A factor between two figures.
    case factor
  }
}

extension CheckPlan {
  /// `figures` holds one figure for each period of the plan; `nil` where none is held.
  package func ruling(on figures: [Estimate?]) -> Ruling {
    let judge = StatementJudge(plan: self, figures: comparable(figures), printed: figures)
    let isHeld = figures[subject] != nil && (base.map { figures[$0] != nil } ?? true)
    let ruling = judge.ruling
    // Earlier periods can refute that the subject is the first of its kind, even without its
    // figure.
    guard isHeld || base == nil && ruling.truth == .no else { return judge.noData }
    return check.judgment.isNegated ? ruling.negated : ruling
  }
}

extension CheckPlan {
  /// Whether a year of fifteen months among the others is compared by the month: where sums over
  /// time are compared with one another, and not with a number.
  package var comparesByMonth: Bool {
    guard check.column.quantity.kind == .flow, check.query.per == nil else { return false }
    switch check.judgment.verdict {
    case .superlative, .first(.rise, _), .first(.fall, _): return true
    case .first, .value, .moved, .multiplied: return false
    }
  }

  /// Whether a period is as long as others of its unit.
  package func isRegular(_ place: Int) -> Bool {
    plan.main.isRegular(place, plan.query.figures(in: check.column.value))
  }

  /// The figures as those of years of one length.
  private func comparable(_ figures: [Estimate?]) -> [Estimate?] {
    guard comparesByMonth else { return figures }
    return figures.indices.map { index in
      let figure = figures[index]
      guard !isRegular(index) else { return figure }
      let months = Period.all(.month, touching: plan.pieces[index].whole).count
      return figure.map { $0 * Estimate(Fraction(12, over: max(1, months))) }
    }
  }
}

extension Ruling {
  fileprivate var negated: Ruling {
    Ruling(
      truth: truth?.negated,
      value: value,
      kind: kind,
      allowed: allowed,
      runnerUp: runnerUp,
      runnerUpRole: runnerUpRole,
      margin: margin,
      countingLeftOut: countingLeftOut?.negated
    )
  }
}
