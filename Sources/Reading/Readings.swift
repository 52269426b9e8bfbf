package import QueryLanguage

/// What a line that is not in the language may mean.
package enum Readings: Sendable {
  /// Statements of the language, one for each way of understanding the line.
  case questions([Reading])
  /// It asks for something that is known not to be in the data.
  case notHeld(NotHeldWords)
  /// Words that have no part in it, and what the rest means. `isKnown`: they are words that are
  /// never read, as `not` and `why`, and no slips.
  case notRead([String], rest: [Reading], isKnown: Bool)
  /// Its words are known, and nothing in the language says them together; what parts of it mean.
  case unjoined(rest: [Reading])
  /// Nothing in it is known.
  case unknown

  /// Whether it may be asked.
  var isQuestions: Bool {
    if case .questions = self { true } else { false }
  }

  /// The same with more to say.
  func noting(_ notes: [String]) -> Readings {
    switch self {
    case .questions(let found): .questions(found.map { $0.noting(notes) })
    case .notRead(let words, let rest, let isKnown):
      .notRead(words, rest: rest.map { $0.noting(notes) }, isKnown: isKnown)
    case .unjoined(let rest): .unjoined(rest: rest.map { $0.noting(notes) })
    case .notHeld, .unknown: self
    }
  }
}
