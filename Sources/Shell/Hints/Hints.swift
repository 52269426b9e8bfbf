import Asking
import Describing
import Output

/// Suggested next questions: at most one hint after an answer, and none twice in a session.
struct Hints {
  var isOn = true
  private var given: Set<Hint> = []

  /// The longest line of a hint.
  private static let longest = 110

  /// `try: removals by fy | chart  # the shape of it`; what follows `try:` can be typed. The line
  /// is no wider than the screen.
  mutating func next(
    after answer: Answered,
    _ pipeline: Pipeline,
    width: Int?
  ) -> String? {
    guard isOn, !answer.question.contains(where: { $0 == "#" || $0.isNewline || $0 == "?" }) else {
      return nil
    }
    let catalogIndex = CatalogIndex(pipeline)
    for hint in Hint.allCases where !given.contains(hint) {
      guard let question = hint.question(after: answer, catalogIndex),
        let line = Self.line(question, hint.purpose, min(width ?? .max, Self.longest)),
        hint.isStatement || catalogIndex.answers(question)
      else { continue }
      given.insert(hint)
      return line
    }
    return nil
  }

  /// With what it is good for, where there is room.
  private static func line(_ question: String, _ purpose: String, _ width: Int) -> String? {
    ["try: \(question)  # \(purpose)", "try: \(question)"].first { $0.displayWidth < width }
  }
}

extension Hint {
  /// Whether it is a statement about something known rather than a question.
  fileprivate var isStatement: Bool { self == .definition || self == .explanation }
}

extension Session {
  /// The next question to suggest after the last answer, if there is a new one; only on a screen
  /// that shows tables.
  package mutating func hint() -> String? {
    guard let answer = lastAnswer, format == TableFormat.self,
      (onceRedirection ?? redirection) == nil
    else { return nil }
    lastAnswer = nil
    // Whoever asks in other words learns the language by the way.
    if hints.isOn, let reading = lastReading {
      return messageStyle.inked(messageStyle.shown("in the language: \(reading)"), .beside)
    }
    return hints.next(after: answer, pipeline, width: style.width).map {
      messageStyle.inked(messageStyle.shown($0), .beside)
    }
  }
}
