import QueryLanguage

extension Placed {
  /// A ruling on the figures of the values of one dimension, the ranked one's at a place.
  ///
  /// The runner-up is a place among them.
  package func ruling(on figures: [Estimate], own: Int) -> Ruling {
    let others = figures.indices.filter { $0 != own }
    let beyond = others.filter { isBeyond(figures[$0], figures[own]) == .yes }
    let beaten = others.filter { isBeyond(figures[own], figures[$0]) == .yes }
    let ties = others.count {
      isBeyond(figures[$0], figures[own]) == .no && isBeyond(figures[own], figures[$0]) == .no
    }
    let truth: Truth =
      beyond.count >= rank || ties > 0 || beaten.count > others.count - (rank - 1)
      ? .no
      : beyond.count == rank - 1 && beaten.count == others.count - beyond.count ? .yes : .unknown
    let isBeaten = beyond.count >= rank
    let next =
      isBeaten
      ? beyond.min { order(figures[$0]) < order(figures[$1]) }
      : others.filter { !beyond.contains($0) }.max { order(figures[$0]) < order(figures[$1]) }
    var ruling = Ruling(
      truth: truth,
      value: figures[own],
      kind: .figure,
      runnerUp: next,
      runnerUpRole: .rival(isLargest ? .highest : .lowest),
      margin: next.map { order(figures[own]) - order(figures[$0]) }
    )
    if truth == .no, beyond.count + beaten.count == others.count {
      ruling.told.append(.rank(beyond.count + 1, of: figures.count))
    }
    return ruling
  }

  /// Larger is further along the ranking.
  private func order(_ figure: Estimate) -> Fraction { isLargest ? figure.point : -figure.point }

  private func isBeyond(_ a: Estimate, _ b: Estimate) -> Truth {
    let (high, low) = isLargest ? (a.interval, b.interval) : (b.interval, a.interval)
    if high.low > low.high { return .yes }
    return high.high <= low.low ? .no : .unknown
  }
}
