extension CheckAnswer {
  /// Takes a second way of combining the figures into account: where one holds and the other fails,
  /// the verdict is that it depends; where this one fails and the other is close, it is close. Both
  /// are then listed.
  package mutating func weigh(_ other: CheckAnswer, as name: String, beside own: String) {
    let lines = [CheckReading(own, self), CheckReading(name, other)]
    switch (verdict, other.verdict) {
    case (.holds, .fails), (.fails, .holds): verdict = .depends
    case (.fails, .close):
      self = other
      isContested = true
    default: return
    }
    readings = lines
  }

  /// Widens the range of what is judged so that it includes another one, where the two differ.
  package mutating func widen(by other: CheckAnswer) {
    guard value != other.value, let mine = range ?? value?.number.map(CheckRange.init(only:)),
      let theirs = other.range ?? other.value?.number.map(CheckRange.init(only:))
    else { return }
    range = mine.union(theirs)
  }
}

extension CheckAnswer {
  /// Why the number stated is not the figure: told of one that is close, and of one that misses
  /// widely where it is another figure, or has two digits swapped.
  package var causeOfMiss: String? {
    guard let miss else { return nil }
    switch verdict {
    case .close: return miss.words
    case .fails where miss.cause.explainsWideMiss: return miss.words
    case .holds, .fails, .undecided, .depends, .noData: return nil
    }
  }
}

extension CheckReading {
  /// A reading with its result.
  package init(_ name: String, _ answer: CheckAnswer, source: String? = nil) {
    self.init(
      name: name,
      source: source,
      verdict: answer.verdict,
      value: answer.value,
      kind: answer.valueKind
    )
  }
}
