import QueryLanguage

extension Stated {
  /// Of a part of a whole, a percentage is counted in hundredths; of a change it stays one.
  func ruling(on judged: JudgedFigures) -> Ruling {
    let isChange = judged.plan.base != nil
    let unit = isChange ? Fraction(1) : amount.unit
    return judged.ruling(
      on: isChange ? amount.kindOfChange : .figure,
      judged.allowed(degree, amount).scaled(by: unit),
      margin: { $0 - Fraction(amount.value) * unit }
    )
  }
}
