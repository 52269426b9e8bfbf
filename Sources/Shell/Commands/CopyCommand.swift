import Asking
import Diagnostics
import Output

/// `.copy` — puts the last answer into the clipboard of the terminal, for pasting into a
/// spreadsheet.
enum CopyCommand: Command {
  static let name = "copy"
  static let synopsis = ".copy [FORMAT|QUESTION]"
  static let summary = "copies the last answer, or that to a question, into the clipboard"
  static let operand = CommandOperand.formatOrQuestion

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    let place = SourceSpan(0..<5)
    guard session.terminalWidth != nil else { throw Diagnostic.noTerminal(at: place) }
    let named = OutputFormats.format(named: argument.formatName)
    guard let statement = argument.isEmpty || named != nil ? session.lastStatement : argument
    else {
      throw Diagnostic.nothingToCopy(at: place)
    }
    if let named, named.uses.contains(.document) {
      throw Diagnostic.noText(named, at: SourceSpan(6..<6 + argument.utf8.count))
    }
    let clipboard = KeptAnswer()
    // What answering leaves in a session is dropped with the copy of it.
    var copying = session.copying(into: clipboard, as: named)
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
    let form = copying.delivered.map { " as \($0.format.name)" } ?? ""
    session.sink.report("copied \(lines) line\(lines == 1 ? "" : "s") of `\(statement)`\(form)")
    return outcome
  }

  /// What every terminal takes that takes anything.
  private static let mostBytes = 74_994
}

extension Session {
  /// The same session, writing in a format, or as the question says, or with tabs between values.
  fileprivate func copying(
    into sink: any ReplySink,
    as format: (any OutputFormat.Type)?
  ) -> Session {
    var session = self
    session.sink = sink
    session.format = format ?? TSVFormat.self
    session.copiesAsNamed = format == nil
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

extension String {
  /// What may be the name of a format: `| csv` as well as `csv`.
  fileprivate var formatName: String {
    drop { $0 == "|" || $0 == " " }.split(separator: " ").joined(separator: " ").lowercased()
  }
}

extension Diagnostic {
  fileprivate static func noText(
    _ format: any OutputFormat.Type,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "no-text",
      "`\(format.name)` makes a file that no clipboard takes",
      at: span,
      hint:
        "`> \"answer.\(format.fileEndings.first ?? format.name)\"` at the end of a question writes it"
    )
  }

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
