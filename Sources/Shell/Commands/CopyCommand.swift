import Asking
import Diagnostics
import Output

/// `.copy` — puts the last answer into the clipboard of the terminal, for pasting into a
/// spreadsheet.
enum CopyCommand: Command {
  static let name = "copy"
  static let synopsis = ".copy [QUESTION]"
  static let summary = "copies the last answer, or that to a question, into the clipboard"
  static let operand = CommandOperand.question

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    let place = SourceSpan(0..<5)
    guard session.terminalWidth != nil else { throw Diagnostic.noTerminal(at: place) }
    guard let statement = argument.isEmpty ? session.lastStatement : argument else {
      throw Diagnostic.nothingToCopy(at: place)
    }
    let clipboard = KeptAnswer()
    // What answering leaves in a session is dropped with the copy of it.
    var copying = session.copying(into: clipboard)
    let outcome = try copying.replyOnScreen(to: statement, place: nil)
    guard outcome == .done else {
      for message in clipboard.messages { session.sink.report(message) }
      return outcome
    }
    let bytes = clipboard.bytes
    guard bytes.count <= mostBytes else { throw Diagnostic.tooLong(bytes.count, at: place) }
    var output = OutputBuffer()
    output.append(toClipboard: bytes)
    try session.sink.write(&output)
    let lines = bytes.count { $0 == UInt8(ascii: "\n") }
    session.sink.report("copied \(lines) line\(lines == 1 ? "" : "s") of `\(statement)`")
    return outcome
  }

  /// What every terminal takes that takes anything.
  private static let mostBytes = 74_994
}

extension Session {
  /// The same session, writing values with tabs between them.
  fileprivate func copying(into sink: any ReplySink) -> Session {
    var session = self
    session.sink = sink
    session.format = TSVFormat.self
    session.style = style.plain
    session.isCopying = true
    session.isQuiet = false
    session.keepsChecks = false
    session.isIntoFile = true
    return session
  }
}

/// Keeps an answer, and what is said beside it.
private final class KeptAnswer: ReplySink {
  private(set) var bytes: [UInt8] = []
  private(set) var messages: [String] = []

  func write(_ output: inout OutputBuffer) {
    bytes += output.bytes
    output.removeAll()
  }

  func report(_ message: String) { messages.append(message) }
}

extension Diagnostic {
  fileprivate static func noTerminal(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "no-terminal",
      "there is no terminal here whose clipboard could be filled",
      at: span,
      hint: "`| tsv` at the end of a question writes what would be copied"
    )
  }

  fileprivate static func nothingToCopy(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "nothing-to-copy",
      "nothing was answered yet",
      at: span,
      hint: "`.copy removals by fy` copies the answer to a question"
    )
  }

  fileprivate static func tooLong(_ count: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "too-long-to-copy",
      "the answer has \(count) bytes, and terminals copy 74,994 at most",
      at: span,
      hint: "`> \"answer.tsv\"` at the end of the question writes it to a file"
    )
  }
}
