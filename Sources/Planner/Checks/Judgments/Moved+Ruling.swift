import QueryLanguage

extension Moved {
  func ruling(on judged: JudgedFigures) -> Ruling {
    let size = step.map { judged.allowed($0.degree, $0.amount) } ?? .aboveZero
    return judged.ruling(
      on: step?.amount.kindOfChange ?? .difference,
      direction == .rose ? size : size.mirrored,
      margin: { change in
        step.map { (direction == .rose ? change : -change) - Fraction($0.amount.value) }
      }
    )
  }
}
