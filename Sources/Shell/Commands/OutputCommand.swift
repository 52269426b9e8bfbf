import Diagnostics
import Output
import QueryLanguage

/// `.output FILE` — writes answers to a file from now on; alone, to the screen again.
enum OutputCommand: Command {
  static let name = "output"
  static let synopsis = ".output [FILE]"
  static let summary = "writes answers to a file from now on; alone, to the screen again"
  static let operand = CommandOperand.file

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    if argument.isEmpty {
      try session.endRedirection()
    } else {
      let next = try session.redirection(to: argument, after: ".output ")
      try session.endRedirection()
      session.redirection = next
    }
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
    let next = try session.redirection(to: argument, after: ".once ")
    session.onceRedirection?.sink.discard()
    session.onceRedirection = next
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
  /// A file that answers are to go to, in the format that its name ends in.
  fileprivate func redirection(
    to path: String,
    after command: String
  ) throws(Diagnostic) -> Redirection {
    let start = command.utf8.count
    let file = Delivery.File(
      path: path.withoutQuotes,
      span: SourceSpan(start..<start + path.utf8.count)
    )
    return Redirection(
      sink: try sink(for: file),
      format: OutputFormats.format(ofFile: file.path)
    )
  }

  /// Puts the file of `.output` into its place, if anything was written to it; answers go to the screen again.
  package mutating func endRedirection() throws {
    guard let ending = redirection else { return }
    redirection = nil
    try ending.end()
  }

  /// Ends both kinds, at the end of a session.
  package mutating func endRedirections() throws {
    onceRedirection?.sink.discard()
    onceRedirection = nil
    try endRedirection()
  }
}
