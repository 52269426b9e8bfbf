import ArgumentParser
import Output
import Shell

/// Reads arguments that hold options or a subcommand, and does what they say.
enum CalledWithOptions {
  static func run(_ arguments: [String]) -> ExitStatus {
    // Not a subcommand to the parser, which would show the options of neither in its help.
    if arguments.first == BuildDatabase.name {
      return run(Array(arguments.dropFirst())) { (build: BuildDatabase) in build.status }
    }
    if arguments.first == Export.name {
      return run(Array(arguments.dropFirst())) { (export: Export) in export.status }
    }
    return run(arguments) { (tally: Tally) in tally.status }
  }

  private static func run<Command: ParsableCommand>(
    _ arguments: [String],
    _ body: (Command) -> ExitStatus
  ) -> ExitStatus {
    do {
      return body(try Command.parse(arguments))
    } catch {
      let text = Command.fullMessage(for: error)
      guard Command.exitCode(for: error) == .success else {
        StandardOutput().report(text)
        return .usage
      }
      return answer(text)
    }
  }

  /// Help and the version are answers like others.
  private static func answer(_ text: String) -> ExitStatus {
    let sink = StandardOutput()
    var output = OutputBuffer()
    output.append(text + "\n")
    do {
      try sink.write(&output)
      return .done
    } catch let failure as OutputFailure {
      return sink.end(failure)
    } catch {
      preconditionFailure("standard output fails in a way of its own: \(error)")
    }
  }
}
