import Catalog
import QueryLanguage

// Judgments by a number.

extension JudgedFigures {
  /// A ruling that holds where a figure, or what two figures make, is among the allowed values, and
  /// is close where a number stated misses it narrowly.
  func ruling(
    on kind: Ruling.Kind,
    _ allowed: Allowed,
    nearness: Nearness? = nil,
    margin: (Fraction) -> Fraction? = { _ in nil }
  ) -> Ruling {
    let value = value(kind)
    let truth = value.map(allowed.contains) ?? .unknown
    return Ruling(
      truth: truth,
      isClose: isClose(value, truth, allowed, nearness),
      value: value,
      kind: kind,
      allowed: allowed,
      nearness: nearness,
      runnerUp: plan.base,
      runnerUpRole: .base,
      margin: value.flatMap { margin($0.point) }
    )
  }

  /// Whether every value that a figure can have is allowed or nearly the number stated.
  private func isClose(
    _ value: Estimate?,
    _ truth: Truth,
    _ allowed: Allowed,
    _ nearness: Nearness?
  ) -> Bool {
    guard truth != .yes, !allowed.isComplement, let nearness, let zone = nearness.zone,
      let value, value.interval.isBounded, plan.isHeldWhole
    else { return false }
    return allowed.joined(with: zone).contains(value) == .yes
  }

  /// What is judged; `nil` where a figure is missing, and for a percentage or factor from zero.
  private func value(_ kind: Ruling.Kind) -> Estimate? {
    guard let own else { return nil }
    switch kind {
    case .figure: return own
    case .difference: return base.map { own - $0 }
    case .percent:
      return base.flatMap { own / $0 }
        .map { ($0 - Estimate(Fraction(1))) * Estimate(Fraction(100)) }
    case .factor, .share: return base.flatMap { own / $0 }
    }
  }

  /// The values that a degree and a number allow.
  func allowed(_ degree: Degree, _ amount: Amount) -> Allowed {
    Allowed(degree, amount, wholeNumbers: plan.check.hasWholeNumbers)
  }
}

extension JudgedFigures {
  /// A ruling by one stated number: of the figure, or of a change.
  ///
  /// `isMirrored` is for what fell by a number.
  func ruling(
    _ degree: Degree,
    _ amount: Amount,
    on kind: Ruling.Kind,
    isMirrored: Bool = false
  ) -> Ruling {
    let unit = amount.unit(on: kind)
    let near = Nearness(amount, on: kind, degree, plan.check)
    let size = allowed(degree, amount).scaled(by: unit)
    guard isMirrored else {
      return ruling(on: kind, size, nearness: near) { $0 - Fraction(amount.value) * unit }
    }
    if kind == .factor { return ruling(on: kind, size.inverse) }
    return ruling(on: kind, size.mirrored, nearness: near.mirrored) {
      -$0 - Fraction(amount.value) * unit
    }
  }
}

extension JudgedFigures {
  /// A ruling on how many times another figure it is, or which part of it.
  func ruling(ofQuotient degree: Degree, _ amount: Amount) -> Ruling {
    let unit = Fraction(1, over: amount.scale == .percent ? 100 : 1)
    return ruling(
      on: amount.kindOfQuotient,
      Allowed(degree, amount, wholeNumbers: false).scaled(by: unit),
      nearness: Nearness(partOf: amount, unit, degree, plan.check)
    )
  }

  /// What is judged by a number: a figure, a change, or what two questions make.
  func kind(judgedBy amount: Amount) -> Ruling.Kind {
    switch plan.check.combination {
    case .quotient: amount.kindOfQuotient
    case .difference: .difference
    case nil: plan.base == nil ? .figure : amount.kindOfChange
    }
  }
}

extension Amount {
  /// A part is stated in percent, a multiple by a number.
  fileprivate var kindOfQuotient: Ruling.Kind { scale == .percent ? .share : .factor }

  /// What a part of a whole is counted in where this is stated of it: hundredths, for a percentage.
  var unit: Fraction { Fraction(1, over: isPercent || scale == .points ? 100 : 1) }

  /// The same for what is judged by it: a change in percent stays one.
  func unit(on kind: Ruling.Kind) -> Fraction {
    kind == .percent || kind == .factor ? Fraction(1) : unit
  }

  /// What a change is judged by where this is stated of it.
  var kindOfChange: Ruling.Kind {
    switch scale {
    case .percent: .percent
    case .times: .factor
    case .units, .points: .difference
    }
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
    case .average, .mean, .ratio, .number, .mixed: return false
    }
  }
}
