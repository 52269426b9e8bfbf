import Asking
import Catalog
import Diagnostics
import Output
import QueryLanguage

/// `let port share = encounters(at ports) / encounters` — a user-defined name for an expression.
///
/// It lasts as long as the session or script; a new definition replaces it.
enum LetStatement: SessionStatement {
  static let keyword = "let"
  static let synopsis = "let NAME = EXPRESSION"
  static let summary = "a name for an expression, in the session or script; alone, lists them"
  static let example = "let port share = encounters(at ports) / encounters"
  static let topics: [(String, String)] = []

  static func run(_ words: StatementWords, in session: inout Session) throws {
    guard !words.isEmpty else { return try list(session) }
    let definitions = session.pipeline.definitions
    let made = try session.pipeline.reading { catalog in
      try Definition(parsing: words.source, catalog: catalog, definitions: definitions)
    }
    session.pipeline.definitions.removeAll { $0.key == made.key }
    session.pipeline.definitions.append(made)
  }

  private static func list(_ session: Session) throws {
    let lines = session.pipeline.definitions.map { "\($0.name) = \($0.expression.spelling)" }
    try session.say(
      session.style.shown(lines.isEmpty ? "no names were made yet" : lines.joined(by: "\n"))
    )
  }

  // MARK: Completion

  /// After the sign of `let name =`.
  static func offer(
    for typed: String,
    after: Int,
    in completion: SessionCompletion
  ) -> QueryCompletion.Offer {
    guard let sign = typed.firstIndex(of: "=") else {
      return QueryCompletion.Offer(start: typed.utf8.count, items: [])
    }
    return completion.question(typed, after: typed[...sign].utf8.count, in: .expression)
  }
}
