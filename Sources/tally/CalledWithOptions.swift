import ArgumentParser
import Shell

/// Reads arguments that hold options or a subcommand, and does what they say.
enum CalledWithOptions {
  static func run(_ arguments: [String]) -> ExitStatus {
    // These are not subcommands for the parser, which would show the options of all in the help of
    // each.
    guard let call = Subcommand.called(by: arguments) else { return run(Tally.self, arguments) }
    return run(call.command, call.arguments)
  }

  private static func run<Command: CalledCommand>(
    _: Command.Type,
    _ arguments: [String]
  ) -> ExitStatus {
    do {
      guard !arguments.contains("--generate-completion-script") else { throw CallMistake.noScripts }
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
    var options = Options()
    options.errors = ErrorForm(in: call.arguments)
    let output = StandardOutput(options)
    output.report(call.report(mistake, output.messageStyle))
    return .usage
  }

  /// Help is an answer like others.
  private static func answer(_ text: String) -> ExitStatus { StandardOutput().answer(text) }
}

extension CallMistake {
  /// The argument parser would write completions that know neither subcommands nor formats.
  fileprivate static let noScripts = CallMistake(
    "completions are files that are installed: completions/ has those for bash, zsh and fish",
    .help
  )
}
