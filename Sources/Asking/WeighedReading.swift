import Results

/// One reading of a statement, judged, and how it counts beside others.
struct WeighedReading {
  let name: String
  /// Whether it takes what speakers mean wherever that is known.
  let isPreferred: Bool
  /// Whether something is held of it.
  let isPlanned: Bool
  let answer: CheckAnswer
}

extension WeighedReading {
  /// The answer of the reading that comes first, with the verdict of all and a line for each.
  ///
  /// A reading that a long number meets exactly is the one that was meant. A reading whose period
  /// is not held whole says nothing against one that is.
  static func answer(of readings: [WeighedReading]) -> CheckAnswer {
    guard let first = readings.first(where: \.isPlanned) ?? readings.first else {
      preconditionFailure("a statement has no reading")
    }
    guard readings.count > 1 else { return first.answer }
    let lines = readings.map { CheckReading($0.name, $0.answer) }
    if let meant = readings.first(where: \.answer.meetsLongNumber) {
      return meant.deciding(lines)
    }
    if settle(readings), let decided = decided(readings.filter(\.isPreferred), lines) {
      return decided
    }
    return decided(readings, lines) ?? first.deciding(lines)
  }

  /// Whether the preferred ones decide alone: they hold, or nearly.
  static func settle(_ readings: [WeighedReading]) -> Bool {
    let preferred = readings.filter(\.isPreferred)
    let verdict = decided(preferred, [])?.verdict
    return verdict == .holds || verdict == .close
  }

  /// The verdict of several readings taken together; `nil` where none is held.
  private static func decided(
    _ readings: [WeighedReading],
    _ lines: [CheckReading]
  ) -> CheckAnswer? {
    let whole = readings.filter { $0.isPlanned && $0.answer.isHeldWhole }
    let counting = whole.isEmpty ? readings : whole
    let planned = counting.filter(\.isPlanned)
    guard let first = planned.first else { return nil }
    let verdict = Verdict(ofReadings: counting.map(\.answer.verdict))
    // The numbers shown are those of the reading that decides.
    var answer = (planned.first { $0.answer.verdict == verdict } ?? first).answer
    answer.readings = lines
    answer.verdict = verdict
    answer.isContested = counting.contains { $0.answer.verdict == .fails }
    if answer.verdict == .holds { answer.miss = nil }
    answer.countingLeftOut = answer.countingLeftOut.map { _ in
      Verdict(ofReadings: counting.map { $0.answer.countingLeftOut ?? $0.answer.verdict })
    }
    return answer
  }

  private func deciding(_ lines: [CheckReading]) -> CheckAnswer {
    var answer = answer
    answer.readings = lines
    return answer
  }
}

extension Verdict {
  /// The verdict over several readings: if one holds and another fails, it depends. Where none
  /// holds, one that is close says that the number is nearly a figure that may have been meant.
  init(ofReadings verdicts: [Verdict]) {
    let known = verdicts.filter { $0 != .noData }
    if known.isEmpty {
      self = .noData
    } else if known.contains(.depends) || known.contains(.holds) && known.contains(.fails) {
      self = .depends
    } else if known.contains(.undecided) {
      self = .undecided
    } else if known.contains(.close) {
      self = .close
    } else {
      self = known[0]
    }
  }
}
