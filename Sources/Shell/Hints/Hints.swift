import Output

/// What could be asked next: at most one hint after an answer, and none twice in a session.
struct Hints {
  var isOn = true
  private var given: Set<Hint> = []

  /// A longer line would be no hint.
  private static let longest = 100

  /// `try: removals by fy | chart  # the shape of it`; the whole line can be typed. `answers` tells whether a
  /// question can be answered as it stands.
  mutating func next(
    after answer: Answered,
    _ pipeline: Pipeline
  ) -> String? {
    guard isOn, !answer.question.contains(where: { $0 == "#" || $0.isNewline || $0 == "?" }) else {
      return nil
    }
    let knowledge = Knowledge(pipeline)
    for hint in Hint.allCases where !given.contains(hint) {
      guard let question = hint.question(after: answer, knowledge),
        question.utf8.count <= Self.longest, hint.isStatement || knowledge.answers(question)
      else { continue }
      given.insert(hint)
      return "try: \(question)  # \(hint.purpose)"
    }
    return nil
  }
}

extension Hint {
  /// Whether it is a statement about something known rather than a question.
  fileprivate var isStatement: Bool { self == .definition || self == .explanation }
}

extension Session {
  /// What could be asked after the last answer, if anything new comes to mind; for a screen, where tables are shown.
  package mutating func hint() -> String? {
    guard let answer = lastAnswer, format == TableFormat.self else { return nil }
    lastAnswer = nil
    return hints.next(after: answer, pipeline).map {
      messageStyle.inked(messageStyle.shown($0), .beside)
    }
  }
}
