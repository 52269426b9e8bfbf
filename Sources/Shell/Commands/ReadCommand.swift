import Asking
import Diagnostics
import QueryLanguage
import Store

/// `.read story.tally` — runs a script in this session: the names and settings that it makes stay.
///
/// A path is relative to the script that names it, otherwise to the folder the program was started
/// in. The first statement that fails ends the script, and the scripts that read it.
enum ReadCommand: Command {
  static let name = "read"
  static let synopsis = ".read FILE"
  static let summary = "runs the statements of a file"
  static let operand = CommandOperand.file

  /// The most scripts that may read one another; more than any needs.
  private static let deepest = 16

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    guard !argument.isEmpty else {
      throw Diagnostic(
        "no-file",
        "expected a file to read",
        at: SourceSpan(5..<6),
        hint: "such as `.read story.tally`"
      )
    }
    let path = session.path(of: argument.withoutQuotes)
    guard session.scripts.count < deepest else {
      throw Diagnostic.unreadable(argument, "scripts that read scripts end at \(deepest)")
    }
    let text: String
    do throws(FileError) {
      text = try FileBytes(reading: path).text
    } catch {
      throw Diagnostic.unreadable(argument, "\(error)")
    }
    session.scripts.append(path)
    defer { session.scripts.removeLast() }
    // Each statement of the script sees the current state of the imported data, as if it were
    // typed.
    session.pipeline.endStatement()
    for statement in StatementSplitter.statements(of: text) {
      let outcome = try session.reply(to: statement.text, place: "\(path):\(statement.line)")
      guard outcome == .done else { return outcome }
    }
    return .done
  }
}

extension Session {
  /// A path relative to the script being read.
  fileprivate func path(of argument: String) -> String {
    guard !argument.hasPrefix("/"), let script = scripts.last,
      let slash = script.lastIndex(of: "/")
    else { return argument }
    return script[...slash] + argument
  }
}

extension Diagnostic {
  fileprivate static func unreadable(_ argument: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "unreadable-file",
      reason,
      at: SourceSpan(6..<6 + argument.utf8.count)
    )
  }
}
