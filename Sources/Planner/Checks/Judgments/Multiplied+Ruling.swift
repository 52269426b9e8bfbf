import QueryLanguage

extension Multiplied {
  func ruling(on judged: JudgedFigures) -> Ruling {
    judged.ruling(
      on: .factor,
      allowed,
      nearness: nearness(judged.plan.check.check.width)
    )
  }

  private var factor: Fraction { Fraction(multiple.factor) }
  private var isGrowth: Bool { factor > Fraction(1) }

  /// The factor of a change: `doubled` is twice or more, `nearly doubled` from a tenth below that
  /// to twice, `about doubled` from a twentieth below to a fifth above.
  private var allowed: Allowed {
    let end = Interval.Bound.number(factor)
    switch degree {
    case nil, .moreThan, .atLeast, .equal: return upwards(from: end)
    case .greater: return upwards(from: end, isIncluded: false)
    case .less, .lessThan, .notEqual: return upwards(from: end).complementOfHalfLine
    case .atMost: return upwards(from: end, isIncluded: false).complementOfHalfLine
    case .nearly: return between(factor * Fraction(isGrowth ? 9 : 11, over: 10), factor)
    case .about:
      return between(
        factor * Fraction(isGrowth ? 19 : 21, over: 20),
        factor * Fraction(isGrowth ? 6 : 4, over: 5)
      )
    }
  }

  /// The factor or more; of a half, that or less.
  private func upwards(from end: Interval.Bound, isIncluded: Bool = true) -> Allowed {
    isGrowth
      ? Allowed(end, .positiveInfinity, includesLow: isIncluded)
      : Allowed(.negativeInfinity, end, includesHigh: isIncluded)
  }

  private func between(_ a: Fraction, _ b: Fraction) -> Allowed {
    Allowed(.number(min(a, b)), .number(max(a, b)))
  }

  /// Up to a twentieth short, or within the width that the statement sets.
  private func nearness(_ width: Width?) -> Nearness {
    let short = factor * Fraction(isGrowth ? 19 : 21, over: 20)
    return Nearness(factor: factor, width, usual: between(short, factor))
  }
}
