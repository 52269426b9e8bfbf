/// `.quit` — ends the session.
enum QuitCommand: Command {
  static let name = "quit"
  static let synopsis = ".quit"
  static let summary = "ends the session; Ctrl-D does too"

  static func run(_ argument: String, in session: inout Session) -> Session.Outcome {
    session.hasEnded = true
    return .quit
  }
}
