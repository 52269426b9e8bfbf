import QueryLanguage

extension Moved {
  func ruling(on judged: JudgedFigures) -> Ruling {
    let isFall = direction == .fell
    guard let step else {
      return judged.ruling(on: .difference, isFall ? Allowed.aboveZero.mirrored : .aboveZero)
    }
    return judged.ruling(
      step.degree,
      step.amount,
      on: step.amount.kindOfChange,
      isMirrored: isFall
    )
  }
}
