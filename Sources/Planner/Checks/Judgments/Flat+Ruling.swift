import QueryLanguage

extension Flat {
  func ruling(on judged: JudgedFigures) -> Ruling {
    let most = Fraction(Self.mostPercent)
    return judged.ruling(on: .percent, Allowed(.number(-most), .number(most)))
  }
}
