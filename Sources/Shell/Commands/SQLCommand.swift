import Asking
import Diagnostics
import QueryLanguage
import SQLCompiler

/// `.sql removals by fy` — the SQL that a question becomes; alone, that of the last question.
///
/// What is printed runs unchanged in `sqlite3` on the same file.
enum SQLCommand: Command {
  static let name = "sql"
  static let synopsis = ".sql [QUESTION]"
  static let summary = "shows the SQL of a question, or of the last one"
  static let operand = CommandOperand.question

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    guard let question = argument.isEmpty ? session.lastQuestion : argument else {
      throw Diagnostic(
        "no-question",
        "no question was asked yet",
        at: SourceSpan(0..<4),
        hint:
          "`.sql removals by fy` shows the SQL of a question, `explain check …` that of a statement"
      )
    }
    do {
      let query = try session.pipeline.parse(question)
      let sql = session.pipeline.shownSQL(try session.pipeline.plan(query))
      guard let file = query.delivery.file, !argument.isEmpty else {
        try session.say(sql)
        return .done
      }
      try session.writing(to: file) { session in try session.say(sql) }
      return .done
    } catch let diagnostic as Diagnostic {
      throw argument.isEmpty ? diagnostic : diagnostic.moved(by: ".sql ".utf8.count)
    }
  }
}

extension Diagnostic {
  /// The same, for a text that is further right in the line.
  func moved(by distance: Int) -> Diagnostic {
    Diagnostic(
      id,
      kind: kind,
      message,
      at: SourceSpan(span.start + distance..<span.end + distance),
      hint: hint,
      questions: questions
    )
  }
}
