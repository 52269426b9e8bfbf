import QueryLanguage

extension Ranged {
  func ruling(on judged: JudgedFigures) -> Ruling {
    let kind = judged.kind(judgedBy: low)
    return judged.ruling(on: kind, allowed(on: kind))
  }

  /// From one end to the other.
  func allowed(on kind: Ruling.Kind) -> Allowed {
    let unit = low.unit(on: kind)
    let (first, last) = (Fraction(low.value) * unit, Fraction(high.value) * unit)
    return Allowed(.number(min(first, last)), .number(max(first, last)))
  }
}
