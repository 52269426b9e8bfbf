import Asking
import Diagnostics
import QueryLanguage
import Store

/// `.open FILE` — another database answers from now on.
enum OpenCommand: Command {
  static let name = "open"
  static let synopsis = ".open FILE"
  static let summary = "asks another database from now on"
  static let operand = CommandOperand.file

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    let path = argument.withoutQuotes
    guard !path.isEmpty else {
      throw Diagnostic(
        "no-file",
        "expected a database; now open: \(session.pipeline.database.path)",
        at: SourceSpan(0..<5),
        hint: "such as `.open tally.db`"
      )
    }
    do {
      try session.open(path)
    } catch let error as DatabaseFileError {
      throw Diagnostic.unreadable("\(error)", path)
    } catch let error as DatabaseError {
      throw Diagnostic.unreadable("\(path): \(error.message)", path)
    }
    return .done
  }
}

extension Diagnostic {
  fileprivate static func unreadable(_ reason: String, _ path: String) -> Diagnostic {
    let start = ".open ".utf8.count
    return Diagnostic(
      "unreadable-database",
      reason,
      at: SourceSpan(start..<start + path.utf8.count),
      hint: "the database that was open answers on"
    )
  }
}
