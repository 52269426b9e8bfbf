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

  /// Whether a number is stated and misses by so little that it was meant of this figure.
  var isNearMiss: Bool {
    !trials.isEmpty
      && trials.allSatisfy { trial in
        trial.difference.map { abs($0) <= (trial.isInPoints ? 6 : 12) } ?? false
      }
  }

  /// Whether what is counted is only the known part of what is stated, and is less: more crossed
  /// than were met.
  var countsOnlyPart: Bool {
    reading.isOfCrossers
      && trials.contains { $0.verdict == .fails && ($0.difference.map { $0 < 0 } ?? false) }
  }

  /// Whether no other reading needs to be looked at.
  var settles: Bool {
    meetsLongNumber
      || reading.distance < .far
        && (verdict == .holds || verdict == .close && !reading.statesLongNumber)
  }
}
