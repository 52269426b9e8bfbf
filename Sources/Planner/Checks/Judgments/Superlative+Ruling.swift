import QueryLanguage

extension Superlative {
  func ruling(on judged: JudgedFigures) -> Ruling {
    let compared = judged.plan.compared
    let unbeaten = compared.filter { beats($0, judged) == .no }
    let nearest = nearest(of: unbeaten.isEmpty ? compared : unbeaten, judged)
    return judged.ruling(
      runnerUp: nearest,
      role: .rival(extreme),
      margin: nearest.flatMap { judged.lead(over: $0) }.map { isHighest ? $0 : -$0 },
      every: { beats($0, judged) }
    )
  }

  private var isHighest: Bool { extreme == .highest }

  /// Whether the subject is beyond another period. Equal is neither.
  private func beats(_ other: Int, _ judged: JudgedFigures) -> Truth {
    let own = judged.plan.subject
    return isHighest ? judged.isAbove(own, other) : judged.isAbove(other, own)
  }

  /// The nearest rival; the earliest of those that tie.
  private func nearest(of places: [Int], _ judged: JudgedFigures) -> Int? {
    var best: (place: Int, value: Fraction)?
    for place in places {
      guard let figure = judged.figures[place], figure.isPrinted,
        // A figure that is only a minimum says little about how low a rival is.
        isHighest || figure.interval.high != .positiveInfinity
      else { continue }
      let point = figure.point
      if let known = best?.value, isHighest ? point <= known : point >= known { continue }
      best = (place, point)
    }
    return best?.place
  }
}
