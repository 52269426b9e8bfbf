import Diagnostics

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
