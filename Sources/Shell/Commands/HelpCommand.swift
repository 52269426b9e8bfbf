/// `.help` — the dot commands.
enum HelpCommand: Command {
  static let name = "help"
  static let synopsis = ".help"
  static let summary = "lists these commands"

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    try session.say(Help.commands)
    return .done
  }
}
