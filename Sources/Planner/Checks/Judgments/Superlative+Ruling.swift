import QueryLanguage

extension Superlative {
  func ruling(on judged: JudgedFigures) -> Ruling {
    let compared = judged.plan.compared
    var ruling = rank == 1 ? first(judged) : ranked(judged)
    if rank > 1 {
      let beyond = compared.filter { isBeyond($0, judged) == .yes }
      ruling.told += beyond.prefix(Self.mostTold).map { .beyond($0, extreme) }
      if ruling.truth == .no, let place = place(among: compared, judged) {
        ruling.told.append(.rank(place, of: compared.count + 1))
      }
    }
    if let later = judged.later.indices.first(where: { isLaterBeyond($0, judged) }) {
      ruling.told.append(.later(later, extreme))
    }
    if judged.plan.length != .equal { ruling.told.append(.unlikeLengths) }
    return ruling
  }

  /// How many of those beyond it are listed.
  private static let mostTold = 3

  /// Whether a period after the subject is beyond it.
  private func isLaterBeyond(_ later: Int, _ judged: JudgedFigures) -> Bool {
    guard let own = judged.own?.interval, let other = judged.later[later]?.interval else {
      return false
    }
    return isHighest ? other.low > own.high : other.high < own.low
  }

  /// Beyond every other.
  private func first(_ judged: JudgedFigures) -> Ruling {
    let compared = judged.plan.compared
    let unbeaten = compared.filter { beats($0, judged) == .no }
    return ruling(judged, nextTo: unbeaten.isEmpty ? compared : unbeaten) { beats($0, judged) }
  }

  /// Beyond all but some, which are beyond it.
  private func ranked(_ judged: JudgedFigures) -> Ruling {
    let (compared, leftOut) = (judged.plan.compared, judged.plan.leftOut)
    let beaten = compared.filter { beats($0, judged) == .yes }
    var ruling = ruling(judged, nextTo: beaten.isEmpty ? compared : beaten) { _ in .yes }
    let isWhole = judged.plan.beforeSeries == nil && judged.plan.afterSeries == nil
    ruling.truth = rankTruth(among: compared, isWhole, judged)
    if !leftOut.isEmpty {
      ruling.countingLeftOut = rankTruth(among: compared + leftOut, isWhole, judged)
    }
    return ruling
  }

  /// Its place, where nothing about it is open.
  private func place(among places: [Int], _ judged: JudgedFigures) -> Int? {
    let beyond = places.count { isBeyond($0, judged) == .yes }
    let beaten = places.count { beats($0, judged) == .yes }
    return beyond + beaten == places.count ? beyond + 1 : nil
  }

  /// Whether exactly one fewer than the rank are beyond the subject, and it beats all others.
  private func rankTruth(among places: [Int], _ isWhole: Bool, _ judged: JudgedFigures) -> Truth {
    let beyond = places.map { isBeyond($0, judged) }
    let beaten = places.map { beats($0, judged) }
    let ties = places.indices.count { beyond[$0] == .no && beaten[$0] == .no }
    let (above, below) = (beyond.count { $0 == .yes }, beaten.count { $0 == .yes })
    if above >= rank || ties > 0 { return .no }
    if below > places.count - (rank - 1), isWhole { return .no }
    return isWhole && above == rank - 1 && below == places.count - above ? .yes : .unknown
  }

  private func ruling(
    _ judged: JudgedFigures,
    nextTo places: [Int],
    every passes: (Int) -> Truth
  ) -> Ruling {
    let nearest = nearest(of: places, judged)
    return judged.ruling(
      runnerUp: nearest,
      role: .rival(extreme),
      margin: nearest.flatMap { judged.lead(over: $0) }.map { isHighest ? $0 : -$0 },
      every: passes
    )
  }

  private var isHighest: Bool { extreme == .highest }

  /// Whether the subject is beyond another period. Equal is neither.
  private func beats(_ other: Int, _ judged: JudgedFigures) -> Truth {
    let own = judged.plan.subject
    return isHighest ? judged.isAbove(own, other) : judged.isAbove(other, own)
  }

  /// Whether another period is beyond the subject.
  private func isBeyond(_ other: Int, _ judged: JudgedFigures) -> Truth {
    let own = judged.plan.subject
    return isHighest ? judged.isAbove(other, own) : judged.isAbove(own, other)
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
