import Diagnostics
import Store

/// `.output FILE` — writes answers to a file from now on; alone, to the screen again.
enum OutputCommand: Command {
  static let name = "output"
  static let synopsis = ".output [FILE]"
  static let summary = "writes answers to a file from now on; alone, to the screen again"
  static let operand = CommandOperand.file

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    try session.endRedirection()
    if !argument.isEmpty { try session.redirect(to: argument, isOnce: false, after: ".output ") }
    return .done
  }
}

/// `.once FILE` — writes the next answer to a file.
enum OnceCommand: Command {
  static let name = "once"
  static let synopsis = ".once FILE"
  static let summary = "writes the next answer to a file"
  static let operand = CommandOperand.file

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    guard !argument.isEmpty else {
      throw Diagnostic(
        "no-file",
        "expected a file to write",
        at: SourceSpan(5..<6),
        hint: "such as `.once removals.csv`"
      )
    }
    try session.endRedirection()
    try session.redirect(to: argument, isOnce: true, after: ".once ")
    return .done
  }
}

extension String {
  /// A path as it may stand behind a command, in quotes or not.
  var withoutQuotes: String {
    utf8.count > 1 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
  }
}

extension Session {
  fileprivate mutating func redirect(
    to path: String,
    isOnce: Bool,
    after command: String
  ) throws(Diagnostic) {
    let start = command.utf8.count
    do throws(FileError) {
      let sink = try FileSink(path.withoutQuotes, beside: sink)
      redirection = Redirection(sink: sink, isOnce: isOnce)
    } catch {
      throw Diagnostic.unwritable("\(error)", at: SourceSpan(start..<start + path.utf8.count))
    }
  }

  /// Puts the file into its place, if anything was written to it; answers go to the screen again.
  package mutating func endRedirection() throws {
    guard let ending = redirection else { return }
    redirection = nil
    if ending.sink.length > 0 { try ending.sink.publish() } else { ending.sink.discard() }
  }
}
