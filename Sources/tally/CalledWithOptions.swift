import ArgumentParser
import Asking
import Output
import Shell

/// Reads arguments that hold options or a subcommand, and does what they say.
enum CalledWithOptions {
  /// The words that begin anything but a question.
  static let commands = [
    BuildDatabase.name, Export.name, Import.name, Datasets.name, Drop.name,
  ]

  static func run(_ arguments: [String]) -> ExitStatus {
    // These are not subcommands for the parser, which would show the options of all in the help of
    // each.
    let rest = Array(arguments.dropFirst())
    switch arguments.first {
    case BuildDatabase.name: return run(rest) { (build: BuildDatabase) in build.status }
    case Export.name: return run(rest) { (export: Export) in export.status }
    case Import.name: return run(rest) { (command: Import) in command.status }
    case Datasets.name: return run(rest) { (command: Datasets) in command.status }
    case Drop.name: return run(rest) { (command: Drop) in command.status }
    default: break
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
