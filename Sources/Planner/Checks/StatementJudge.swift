import Catalog
import QueryLanguage

/// Compares the figures as the statement requires.
struct StatementJudge {
  let plan: CheckPlan
  /// As they are compared.
  let figures: [Estimate?]
  /// As they are published.
  let printed: [Estimate?]

  private var judgment: Judgment { plan.check.judgment }
  private var value: Estimate? { figures[plan.subject] }

  var noData: Ruling {
    Ruling(
      truth: nil,
      value: nil,
      kind: .figure,
      allowed: nil,
      runnerUp: nil,
      runnerUpRole: .base,
      margin: nil,
      countingLeftOut: nil
    )
  }

  var ruling: Ruling {
    switch judgment.verdict {
    case .superlative(let kind, _): superlative(kind == .highest)
    case .first(.above(let amount), _): first(allowed(.greater, amount), amount)
    case .first(.below(let amount), _): first(allowed(.less, amount), amount)
    case .first(.rise, _): firstMove(isRise: true)
    case .first(.fall, _): firstMove(isRise: false)
    case .value(let degree, let amount): stated(degree, amount)
    case .moved(let direction, let step): moved(direction, step)
    case .multiplied(let multiple, let isNearly): multiplied(multiple, isNearly)
    }
  }

  // MARK: Among other periods

  private func superlative(_ isHighest: Bool) -> Ruling {
    let test = { (other: Int) in beats(other, isHighest) }
    let against = plan.compared.filter { test($0) == .no }
    let runnerUp = extreme(of: against.isEmpty ? plan.compared : against, isHighest)
    return ruling(
      over: plan.compared,
      plan.leftOut,
      runnerUp: runnerUp,
      role: .rival,
      margin: runnerUp.flatMap { distance(to: $0, isHighest) },
      test
    )
  }

  /// Whether the subject is higher, or lower, than another period. Equal is neither.
  private func beats(_ other: Int, _ isHighest: Bool) -> Truth {
    guard let own = value, let rival = figures[other] else { return .unknown }
    return isHighest ? isAbove(own, rival) : isAbove(rival, own)
  }

  private func isAbove(_ a: Estimate, _ b: Estimate) -> Truth {
    if a.interval.low > b.interval.high { return .yes }
    return a.interval.high <= b.interval.low ? .no : .unknown
  }

  /// The nearest rival; the earliest of those that tie.
  private func extreme(of places: [Int], _ isHighest: Bool) -> Int? {
    var best: (place: Int, value: Fraction)?
    for place in places {
      guard let figure = figures[place], figure.isPrinted,
        // A figure that is only a minimum says little about how low a rival is.
        isHighest || figure.interval.high != .positiveInfinity
      else { continue }
      let point = figure.point
      if let known = best?.value, isHighest ? point <= known : point >= known { continue }
      best = (place, point)
    }
    return best?.place
  }

  /// `nil` for a year of another length.
  private func distance(to other: Int, _ isHighest: Bool) -> Fraction? {
    guard let own = value?.point, let rival = figures[other]?.point,
      plan.isRegular(other), plan.isRegular(plan.subject)
    else { return nil }
    return isHighest ? own - rival : rival - own
  }

  // MARK: The first of its kind

  private func first(_ allowed: Allowed, _ amount: Amount) -> Ruling {
    let test = { (other: Int) in figures[other].map(allowed.contains)?.negated ?? .unknown }
    return ruling(
      over: plan.compared,
      plan.leftOut,
      own: value.map(allowed.contains) ?? .unknown,
      allowed: allowed,
      runnerUp: plan.compared.last { test($0) == .no },
      role: .earlier,
      margin: value.map { margin($0, amount, unit(of: amount)) },
      test
    )
  }

  private func firstMove(isRise: Bool) -> Ruling {
    let chain = [plan.start].compactMap { $0 } + plan.leftOut + plan.compared + [plan.subject]
    let before = Dictionary(zip(chain.dropFirst(), chain)) { first, _ in first }
    let test = { (place: Int) -> Truth in
      guard let own = figures[place], let earlier = before[place].flatMap({ figures[$0] }) else {
        return .unknown
      }
      return isRise ? isAbove(own, earlier) : isAbove(earlier, own)
    }
    let previous = chain.count > 1 ? chain[chain.count - 2] : plan.subject
    let contradicting = plan.compared.last { test($0) == .yes }
    return ruling(
      over: plan.compared,
      plan.leftOut,
      own: test(plan.subject),
      runnerUp: contradicting ?? previous,
      role: contradicting == nil ? .predecessor : .earlier,
      margin: contradicting == nil ? distance(to: previous, isRise) : nil,
      { test($0).negated }
    )
  }

  // MARK: By a number

  private func stated(_ degree: Judgment.Degree, _ amount: Amount) -> Ruling {
    guard let place = plan.base else {
      return ruling(
        value,
        .figure,
        allowed(degree, amount),
        margin: value.map { margin($0, amount, unit(of: amount)) }
      )
    }
    guard let base = figures[place] else { return noData }
    return change(
      from: base,
      Allowed(degree, amount, wholeNumbers: plan.check.hasWholeNumbers),
      amount
    )
  }

  private func moved(_ direction: Judgment.Direction, _ step: Judgment.Step?) -> Ruling {
    guard let base = plan.base.flatMap({ figures[$0] }) else { return noData }
    let allowed =
      step.map { Allowed($0.degree, $0.amount, wholeNumbers: plan.check.hasWholeNumbers) }
      ?? .aboveZero
    return change(from: base, direction == .rose ? allowed : allowed.mirrored, step?.amount)
  }

  /// The change, in percent where a percentage is stated, otherwise in units.
  private func change(from base: Estimate, _ allowed: Allowed, _ amount: Amount?) -> Ruling {
    guard let value else { return noData }
    guard amount?.isPercent == true else {
      return ruling(value - base, .difference, allowed, from: amount)
    }
    guard let ratio = value / base else { return undefined(.percent, allowed) }
    let percent = (ratio - Estimate(Fraction(1))) * Estimate(Fraction(100))
    return ruling(percent, .percent, allowed, from: amount)
  }

  private func multiplied(_ multiple: Judgment.Multiple, _ isNearly: Bool) -> Ruling {
    let allowed = Allowed(multiple, isNearly: isNearly)
    guard let value, let base = plan.base.flatMap({ figures[$0] }), let ratio = value / base else {
      return undefined(.factor, allowed)
    }
    return ruling(ratio, .factor, allowed, from: nil)
  }

  /// A change from zero has no percentage and no factor.
  private func undefined(_ kind: Ruling.Kind, _ allowed: Allowed) -> Ruling {
    Ruling(
      truth: .unknown,
      value: nil,
      kind: kind,
      allowed: allowed,
      runnerUp: plan.base,
      runnerUpRole: .base,
      margin: nil,
      countingLeftOut: nil
    )
  }

  /// The allowed values of a figure. For a part of a whole, a percentage is divided by 100.
  private func allowed(_ degree: Judgment.Degree, _ amount: Amount) -> Allowed {
    Allowed(degree, amount, wholeNumbers: plan.check.hasWholeNumbers).scaled(by: unit(of: amount))
  }

  private func unit(of amount: Amount) -> Fraction { Fraction(1, over: amount.isPercent ? 100 : 1) }

  // MARK: Rulings

  private func ruling(
    _ value: Estimate,
    _ kind: Ruling.Kind,
    _ allowed: Allowed,
    from amount: Amount?
  ) -> Ruling {
    ruling(value, kind, allowed, margin: amount.map { margin(value, $0, Fraction(1)) })
  }

  private func ruling(
    _ value: Estimate?,
    _ kind: Ruling.Kind,
    _ allowed: Allowed,
    margin: Fraction?
  ) -> Ruling {
    Ruling(
      truth: value.map(allowed.contains) ?? .unknown,
      value: value,
      kind: kind,
      allowed: allowed,
      runnerUp: plan.base,
      runnerUpRole: .base,
      margin: margin,
      countingLeftOut: nil
    )
  }

  /// How far a value is from the one stated.
  private func margin(_ value: Estimate, _ amount: Amount, _ unit: Fraction) -> Fraction {
    let stated = Fraction(amount.value) * unit
    if case .moved(.fell, _) = judgment.verdict { return -value.point - stated }
    return value.point - stated
  }

  /// A ruling over periods that must all pass a test.
  private func ruling(
    over compared: [Int],
    _ leftOut: [Int],
    own: Truth = .yes,
    allowed: Allowed? = nil,
    runnerUp: Int?,
    role: Ruling.Role,
    margin: Fraction?,
    _ passes: (Int) -> Truth
  ) -> Ruling {
    let known = compared.reduce(own) { $0 && passes($1) }
    let unheld: Truth = plan.beforeSeries == nil && plan.afterSeries == nil ? .yes : .unknown
    let truth = known && unheld
    return Ruling(
      truth: truth,
      value: printed[plan.subject],
      kind: .figure,
      allowed: allowed,
      runnerUp: runnerUp,
      runnerUpRole: role,
      margin: margin,
      countingLeftOut: leftOut.isEmpty ? nil : leftOut.reduce(truth) { $0 && passes($1) }
    )
  }
}

extension ResolvedCheck {
  /// Whether the values are whole numbers: sums of counts, and not ratios or means.
  fileprivate var hasWholeNumbers: Bool {
    guard query.per == nil else { return false }
    switch column.quantity.kind {
    case .flow, .stock, .limit: return query.figures.allSatisfy { $0.measure.scale == 1 }
    case .fold:
      return query.folds.allSatisfy { $0.function == .max || $0.function == .min }
    case .average, .ratio, .number, .mixed: return false
    }
  }
}
