import QueryLanguage

extension Stated {
  /// Of a part of a whole, a percentage is counted in hundredths; of a change it stays one.
  func ruling(on judged: JudgedFigures) -> Ruling {
    judged.plan.check.combination == .quotient
      ? judged.ruling(ofQuotient: degree, amount)
      : judged.ruling(degree, amount, on: judged.kind(judgedBy: amount))
  }
}
