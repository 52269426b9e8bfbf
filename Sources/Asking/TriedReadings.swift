import Reading
import Results

/// The readings of a statement that were tried, in the order in which they are preferred.
struct TriedReadings {
  var all: [TriedReading] = []

  /// Whether readings that differ in more than one slot can tell something: only a long number
  /// that is met shows that one of them was meant.
  var wantsFarOnes: Bool {
    all.first.map(\.reading.statesLongNumber) ?? false
      && !all.contains(where: \.nearlyMeetsLongNumber)
  }

  /// The one that was meant, as far as the figures tell.
  var chosen: TriedReading? {
    guard let first = all.first else { return nil }
    if let meant = all.first(where: \.meetsLongNumber) ?? all.first(where: \.nearlyMeetsLongNumber)
    {
      return meant
    }
    if first.isRight { return first }
    if first.reading.isLevelNow, let holding { return holding }
    // What was carried and does not go with what is said was not meant.
    if !first.isHeld, let other = all.first(where: { $0.isRight && $0.reading.leavesCarriedOut }) {
      return other
    }
    // A figure of another size was hardly meant, where one of the right size was told before.
    if !first.isHeld || first.missesWidely,
      let other = holding.flatMap({ $0.reading.statesBound ? nil : $0 })
        ?? all.first(where: { $0.isRight && $0.reading.distance < .far && $0.reading.statesNumber })
    {
      return other
    }
    return first.isHeld ? first : all.first { $0.isNear && $0.isHeld } ?? first
  }

  /// The first that what is told of the statement itself leaves open, and that holds; else the
  /// first that is close.
  var holding: TriedReading? {
    all.first { $0.isNear && $0.verdict == .holds } ?? all.first { $0.isNear && $0.isRight }
  }

  /// Whether a number is met, or nearly, or a bound kept to, by something else that was told.
  var isMetElsewhere: Bool {
    all.contains { tried in
      tried.isRight && tried.reading.distance < .far
        && (tried.reading.statesNumber || tried.reading.statesBound)
    }
  }

  /// Whether something else that the words leave open is nearly met: who means that misses by
  /// little.
  func isNearlyMet(besides chosen: TriedReading) -> Bool {
    all.contains { tried in
      tried.isNear && tried.index != chosen.index && !tried.trials.isEmpty
        && tried.trials.allSatisfy { !$0.isInPoints && $0.difference.map { abs($0) <= 3 } ?? false }
    }
  }

  /// Whether the figures of all borders, where none is named, leave it open.
  var isUndecidedElsewhere: Bool {
    all.contains { $0.isNear && $0.reading.isOfAllPlaces && $0.verdict == .undecided }
  }

  /// Whether another reading of what is told holds.
  var isOpen: Bool { holding != nil }
}
