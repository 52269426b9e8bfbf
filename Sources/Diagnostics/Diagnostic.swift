/// A mistake in a question, described so that the user can correct it.
///
/// Every pass throws this type and no other, so a reader of `throws(Diagnostic)` knows the
/// message has a place in the text and is fit to show.
package struct Diagnostic: Error, Equatable, Sendable {
  /// What kind of thing is wrong.
  package enum Kind: Sendable {
    /// The text is not a question, or the question makes no sense.
    case slip
    /// The text is not in the language, and the mistake says what the language has in its place. It
    /// may be speech.
    case notLanguage
    /// The same, and all that the language can tell is which word it does not have there: whoever
    /// reads speech knows more.
    case speech
    /// The same, and the word is that of another tool, whose users are told what is typed here.
    case habit
    /// The same, and names near to a word of it are told.
    case misspelled
    /// The question is valid, but the data hold nothing that answers it.
    case lackOfData
    /// What is asked for is known not to be in the data.
    case notHeld
    /// A word of the line has no part in what can be asked.
    case notRead
    /// The answer cannot be written to its destination.
    case unwritable

    /// Whether the text can be a line in somebody's own words.
    package var mayBeSpeech: Bool {
      switch self {
      case .notLanguage, .speech, .habit, .misspelled: true
      case .slip, .lackOfData, .notHeld, .notRead, .unwritable: false
      }
    }
  }

  /// A stable handle, such as `unknown-measure`: what tests match on.
  package let id: String
  package let kind: Kind
  /// What is wrong, as one sentence without a full stop.
  package let message: String
  package let span: SourceSpan
  /// What to try, in words, if anything comes to mind.
  package let hint: String?
  /// Whole questions that work instead, shown under the hint. Each parses and can be answered.
  package let questions: [String]
  /// What may be at the place of the mistake instead.
  package private(set) var instead: [String] = []

  package init(
    _ id: String,
    kind: Kind = .slip,
    _ message: String,
    at span: SourceSpan,
    hint: String? = nil,
    questions: [String] = []
  ) {
    self.id = id
    self.kind = kind
    self.message = message
    self.span = span
    self.hint = hint
    self.questions = questions
  }

  /// The same, with what may be at its place.
  package func taking(_ instead: [String]) -> Diagnostic {
    var diagnostic = self
    diagnostic.instead = instead
    return diagnostic
  }

  /// The same with whole lines that work, made of the line and of what may be at the place.
  package func offering(in line: String) -> Diagnostic {
    let bytes = Array(line.utf8)
    guard questions.isEmpty, !instead.isEmpty, span.end <= bytes.count else { return self }
    return offering(
      instead.map { words in
        String(decoding: bytes[..<span.start], as: UTF8.self) + words
          + String(decoding: bytes[span.end...], as: UTF8.self)
      }
    )
  }

  /// The same with other questions under the hint, each once.
  package func offering(_ questions: [String]) -> Diagnostic {
    var once: [String] = []
    for question in questions where !once.contains(question) { once.append(question) }
    return Diagnostic(id, kind: kind, message, at: span, hint: hint, questions: once)
  }
}
