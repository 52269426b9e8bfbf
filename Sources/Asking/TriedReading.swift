import QueryLanguage
import Reading
import Results

/// One reading of a statement with its checks, tried.
struct TriedReading {
  let index: Int
  let reading: TextReading
  let trials: [CheckTrial]
  let verdict: Verdict

  init(_ index: Int, _ reading: TextReading, _ trials: [CheckTrial]) {
    self.index = index
    self.reading = reading
    self.trials = trials
    verdict =
      TextVerdict.worst(trials.map { TextVerdict($0.verdict) })?.ofFigures ?? .noData
  }

  var isHeld: Bool { verdict != .noData }
  var isNear: Bool { reading.distance < .remote }
  /// Whether it holds, or nearly.
  var isRight: Bool { verdict == .holds || verdict == .close }

  /// Whether a long number is exactly the figure.
  var meetsLongNumber: Bool {
    reading.statesLongNumber && (verdict == .holds || trials.allSatisfy(\.meetsLongNumber))
  }

  /// Whether a long number is the figure but for a five-hundredth: nearer than chance comes.
  var nearlyMeetsLongNumber: Bool {
    reading.statesLongNumber && verdict == .close
      && trials.allSatisfy { $0.difference.map { abs($0) <= 0.2 } ?? true }
  }

  var statesNumber: Bool { trials.contains { $0.difference != nil } }

  /// Whether the figure is of another size than the number stated.
  var missesWidely: Bool {
    trials.contains { trial in
      trial.difference.map { abs($0) > (trial.isInPoints ? 15 : 30) } ?? false
    }
  }

  /// Whether no other reading needs to be looked at.
  var settles: Bool {
    meetsLongNumber || reading.distance < .far && (verdict == .holds || verdict == .close && !reading.statesLongNumber)
  }
}

/// The readings of a statement that were tried, in the order in which they are preferred.
struct TriedReadings {
  var all: [TriedReading] = []

  /// Whether readings that differ in more than one slot can tell something: only a long number
  /// that is met shows that one of them was meant.
  var wantsFarOnes: Bool {
    all.first.map(\.reading.statesLongNumber) ?? false && !all.contains(where: \.nearlyMeetsLongNumber)
  }

  /// The one that was meant, as far as the figures tell.
  var chosen: TriedReading? {
    guard let first = all.first else { return nil }
    if let meant = all.first(where: \.meetsLongNumber) ?? all.first(where: \.nearlyMeetsLongNumber) {
      return meant
    }
    if first.isRight { return first }
    // A figure of another size was hardly meant, where one of the right size was told before.
    if !first.isHeld || first.missesWidely,
      let other = holding ?? all.first(where: { $0.isRight && $0.reading.distance < .far })
    {
      return other
    }
    return first.isHeld ? first : all.first { $0.isNear && $0.isHeld } ?? first
  }

  /// The first that what is told of the statement itself leaves open, and that holds.
  var holding: TriedReading? { all.first { $0.isNear && $0.isRight } }

  /// Whether another reading of what is told holds.
  var isOpen: Bool { holding != nil }

  var hasRemoteOnes: Bool { all.contains { !$0.isNear } }
}

extension CheckTrials {
  /// One reading with its checks, tried; `nil` where the language refuses what it says.
  func reading(_ reading: TextReading, _ index: Int) throws -> TriedReading? {
    var trials: [CheckTrial] = []
    for text in reading.checks {
      guard let trial = try trial(of: text) else { return nil }
      trials.append(trial)
    }
    return TriedReading(index, reading, trials)
  }
}
