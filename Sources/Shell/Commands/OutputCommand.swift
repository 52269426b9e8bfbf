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

extension String {
  /// A path as typed after a command, with or without quotes.
  var withoutQuotes: String {
    utf8.count > 1 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
  }
}
