import Asking
import Catalog
import Diagnostics
import Output
import QueryLanguage
import Results
import Store

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
    guard session.readsFreely else {
      throw namesPlace(of: checks.map(\.statement), session.pipeline.catalog)
        ? mistake.offering(checks.map(\.statement)) : mistake
    }
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
    return Self.turning.allSatisfy { text.hasWord(of: $0) == said.hasWord(of: $0) }
      && StatedNumbers(text).isIncluded(in: StatedNumbers(said))
  }

  /// Words that make something else of a statement.
  private static let turning: [Set<String>] = [
    ["not", "never", "no"], ["among"], ["except", "excluding", "without"],
  ]

  /// Whether what was read keeps to a place only where the sentence says something of it: where a
  /// sentence names none, the one that speakers mean is another statement than the one typed.
  private func namesPlace(of statements: [String], _ catalog: StoredCatalog) -> Bool {
    let meant = catalog.spokenReadings().compactMap { reading -> String? in
      guard case .place(_, let member) = reading else { return nil }
      return catalog.member(member)?.name
    }
    return meant.allSatisfy { name in
      !statements.contains { $0.contains(name) }
        || text.hasWord(of: Set(name.lowercased().split(separator: " ").map(String.init)))
    }
  }

  /// Whether it is words and no line of the language with a mistake.
  private func isSpeech(_ mistake: Diagnostic) -> Bool {
    let signs: Set<Character> = ["(", ")", "=", "<", ">", "|", "+", "*", "/"]
    return mistake.questions.isEmpty && text.split(separator: " ").count > 3
      && !text.contains(where: signs.contains)
  }
}

extension String {
  /// Whether one of its words is in a set.
  fileprivate func hasWord(of words: Set<String>) -> Bool {
    lowercased().split(separator: " ").contains { words.contains(String($0)) }
  }
}

extension ReadText {
  /// The checks of its statements, each with the verdict on the statement.
  fileprivate var judged: [CheckAnswer] {
    statements.flatMap { statement in
      statement.checks.map { check in
        var check = check
        if let verdict = statement.verdict.ofFigures { check.verdict = verdict }
        // Why it depends is told by the other readings of the sentence.
        if check.verdict == .depends, check.readings.isEmpty { check.readings = statement.readings }
        return check
      }
    }
  }
}
