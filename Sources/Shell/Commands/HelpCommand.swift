import Asking
import Diagnostics
import Output

/// `.help` — the dot commands; `.help mode` — one of them.
enum HelpCommand: Command {
  static let name = "help"
  static let synopsis = ".help [COMMAND]"
  static let summary = "lists the commands, or explains one"
  static let operand = CommandOperand.command

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    guard !argument.isEmpty else {
      try session.say(
        Help(session.pipeline.catalog, width: nil, isSpoken: session.style.isAccessible).commands
      )
      return .done
    }
    let line = argument.hasPrefix(".") ? argument : "." + argument
    guard let (command, _) = Commands.command(in: line) else {
      throw Commands.unknown(line).moved(by: ".help ".utf8.count - (line == argument ? 0 : 1))
    }
    try session.say("\(command.synopsis)\n  \(command.summary)")
    return .done
  }
}
