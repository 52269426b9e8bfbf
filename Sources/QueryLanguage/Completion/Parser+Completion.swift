extension Parser {
  /// The question that a statement is about, as far as it is typed; the parser goes on as far as it
  /// can.
  mutating func checkedSoFar() -> Query? {
    var ahead = self
    if ahead.current?.word == "change", ahead.peek(1)?.word == "in" { ahead.position += 2 }
    let subject = try? ahead.questionWithoutFormat()
    _ = try? check()
    return subject
  }
}

extension Parser.Expected {
  /// Whether it may be found by the digits of its year.
  var isPeriod: Bool { self == .period || self == .wholePeriod }

  /// The order in which kinds of things are offered; in a statement, judgments come before further
  /// clauses.
  func order(_ place: QueryCompletion.Place) -> Int {
    switch self {
    case .measure, .value, .period, .wholePeriod, .administration, .publication, .format, .file,
      .extra, .key:
      0
    case .unit: 1
    case .dimension: 2
    case .orderKey: 3
    case .clause: place == .statement ? 7 : 4
    case .number, .year: 5
    case .word: 6
    }
  }
}
