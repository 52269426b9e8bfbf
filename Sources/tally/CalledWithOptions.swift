import ArgumentParser
import Shell

/// Reads arguments that hold options or a subcommand, and does what they say.
enum CalledWithOptions {
  static func run(_ arguments: [String]) -> ExitStatus {
    // These are not subcommands for the parser, which would show the options of all in the help of
    // each.
    guard let name = arguments.first, let subcommand = Subcommands.subcommand(named: name) else {
      return run(Tally.self, arguments)
    }
    return run(subcommand, Array(arguments.dropFirst()))
  }

  private static func run<Command: CalledCommand>(
    _: Command.Type,
    _ arguments: [String]
  ) -> ExitStatus {
    do {
      let command = try Command.parse(arguments)
      try command.check()
      return command.status
    } catch let mistake as CallMistake {
      return refuse(WrongCall<Command>(arguments: arguments), mistake)
    } catch {
      guard Command.exitCode(for: error) == .success else {
        let mistake = CallMistake(error, in: arguments, of: Command.self)
        return refuse(WrongCall<Command>(arguments: arguments), mistake)
      }
      return answer(Command.fullMessage(for: error))
    }
  }

  private static func refuse<Command: CalledCommand>(
    _ call: WrongCall<Command>,
    _ mistake: CallMistake
  ) -> ExitStatus {
    let output = StandardOutput()
    output.report(call.text(mistake, output.messageStyle))
    return .usage
  }

  /// Help is an answer like others.
  private static func answer(_ text: String) -> ExitStatus { StandardOutput().answer(text) }
}
