import QueryLanguage

extension Stated {
  /// Of a part of a whole, a percentage is counted in hundredths; of a change it stays one.
  func ruling(on judged: JudgedFigures) -> Ruling {
    judged.ruling(degree, amount, on: judged.plan.base == nil ? .figure : amount.kindOfChange)
  }
}
