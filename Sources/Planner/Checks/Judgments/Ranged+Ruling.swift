import QueryLanguage

extension Ranged {
  func ruling(on judged: JudgedFigures) -> Ruling {
    let kind = judged.plan.base == nil ? .figure : low.kindOfChange
    let unit = low.unit(on: kind)
    let ends = [Fraction(low.value) * unit, Fraction(high.value) * unit]
    return judged.ruling(on: kind, Allowed(.number(min(ends[0], ends[1])), .number(max(ends[0], ends[1]))))
  }
}
