import QueryLanguage

extension Multiplied {
  func ruling(on judged: JudgedFigures) -> Ruling { judged.ruling(on: .factor, allowed) }

  /// The factor of a change: `doubled` is twice or more, `nearly doubled` from a tenth below that
  /// to twice.
  private var allowed: Allowed {
    let factor = Fraction(multiple.factor)
    let isGrowth = factor > Fraction(1)
    let near = factor * Fraction(isGrowth ? 9 : 11, over: 10)
    switch (isGrowth, isNearly) {
    case (true, true): return Allowed(.number(near), .number(factor))
    case (false, true): return Allowed(.number(factor), .number(near))
    case (true, false): return Allowed(.number(factor), .positiveInfinity)
    case (false, false): return Allowed(.negativeInfinity, .number(factor))
    }
  }
}
