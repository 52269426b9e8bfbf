import Asking
import Catalog
import Diagnostics
import Output
import QueryLanguage
import Results

/// A sentence after `check` that is not in the language: `check border crossings fell 60 percent
/// from May to November 2024`.
struct SpokenSentence {
  private let text: String

  init(_ text: String) {
    self.text = text.withoutQuotes
  }

  /// Judges what the sentence states, saying how it was read; `false` where nothing was found in
  /// it. Where lines are not read freely, the checks are offered instead.
  func judge(
    _ mistake: Diagnostic,
    at span: SourceSpan,
    in session: inout Session
  ) throws -> Bool {
    guard isSpeech(mistake) else { return false }
    let read = try TextJudge(session.pipeline).read(text, name: "-", day: nil)
    let checks = read.statements.flatMap(\.checks)
    guard !checks.isEmpty, saysAll(checks.map(\.statement)) else { return false }
    guard session.readsFreely else { throw mistake.offering(checks.map(\.statement)) }
    if session.format == TableFormat.self, !session.isIntoFile {
      let lines = checks.map { "read as: " + $0.statement }
      try session.say(
        lines.map { session.style.inked(session.style.shown($0), .beside) }.joined(by: "\n")
      )
    } else {
      session.sink.report(checks.map { "read as: " + $0.statement }.joined(by: "\n"))
    }
    try session.deliver(Delivery(), for: .checks, at: span) { session, chosen in
      try session.write(read.judged, isList: false, as: chosen, isOwn: false)
    }
    return true
  }

  /// Whether what was read says every number of the sentence, and not the opposite of it: what lost
  /// some would be judged as something else.
  private func saysAll(_ statements: [String]) -> Bool {
    let said = statements.joined(separator: " ")
    let isNegated = { (words: String) in
      words.lowercased().split(separator: " ").contains { ["not", "never", "no"].contains($0) }
    }
    return isNegated(text) == isNegated(said)
      && StatedNumbers(text).isIncluded(in: StatedNumbers(said))
  }

  /// Whether it is words and no line of the language with a mistake.
  private func isSpeech(_ mistake: Diagnostic) -> Bool {
    let signs: Set<Character> = ["(", ")", "=", "<", ">", "|", "+", "*", "/"]
    return mistake.questions.isEmpty && text.split(separator: " ").count > 3
      && !text.contains(where: signs.contains)
  }
}

extension ReadText {
  /// The checks of its statements, each with the verdict on the statement.
  fileprivate var judged: [CheckAnswer] {
    statements.flatMap { statement in
      statement.checks.map { check in
        var check = check
        if let verdict = statement.verdict.ofFigures { check.verdict = verdict }
        return check
      }
    }
  }
}
