import Catalog
import QueryLanguage

// Judgments by a number.

extension JudgedFigures {
  /// A ruling that holds where a figure, or what two figures make, is among the allowed values.
  ///
  /// `margin` says by how much a figure as printed differs from the number stated.
  func ruling(
    on kind: Ruling.Kind,
    _ allowed: Allowed,
    margin: (Fraction) -> Fraction? = { _ in nil }
  ) -> Ruling {
    let value = value(kind)
    return Ruling(
      truth: value.map(allowed.contains) ?? .unknown,
      value: value,
      kind: kind,
      allowed: allowed,
      runnerUp: plan.base,
      runnerUpRole: .base,
      margin: value.flatMap { margin($0.point) }
    )
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
    case .factor: return base.flatMap { own / $0 }
    }
  }

  /// The values that a degree and a number allow.
  func allowed(_ degree: Degree, _ amount: Amount) -> Allowed {
    Allowed(degree, amount, wholeNumbers: plan.check.hasWholeNumbers)
  }
}

extension Amount {
  /// What a part of a whole is counted in where this is stated of it: hundredths, for a percentage.
  var unit: Fraction { Fraction(1, over: isPercent ? 100 : 1) }

  /// What a change is judged by where this is stated of it.
  var kindOfChange: Ruling.Kind { isPercent ? .percent : .difference }
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
