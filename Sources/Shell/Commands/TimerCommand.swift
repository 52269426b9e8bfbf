import Diagnostics

/// `.timer on` — says after each answer how long it took.
enum TimerCommand: Command {
  static let name = "timer"
  static let synopsis = ".timer on|off"
  static let summary = "says after each answer how long it took, or no longer"

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    switch argument.lowercased() {
    case "": try session.say("the timer is \(session.isTimed ? "on" : "off")")
    case "on": session.isTimed = true
    case "off": session.isTimed = false
    default: throw Diagnostic.notOneOf(["`on`", "`off`"], argument, after: ".timer ")
    }
    return .done
  }
}

extension Diagnostic {
  /// A word after a command that it does not take.
  static func notOneOf(
    _ words: [String],
    _ argument: String,
    after command: String
  ) -> Diagnostic {
    let start = command.utf8.count
    return Diagnostic(
      "unknown-setting",
      "`\(argument)` is not \(words.joined(separator: " or "))",
      at: SourceSpan(start..<start + argument.utf8.count)
    )
  }
}
