import Catalog
import Diagnostics
import Output

/// `.set year=fy2024` — what `$year` means from now on; without a value, it lists what is set.
enum SetCommand: Command {
  static let name = "set"
  static let synopsis = ".set [NAME=VALUE]"
  static let summary = "gives `$NAME` a value: a name, a number or a period; alone, lists them"

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    guard argument.isEmpty else {
      guard session.parameters.set(argument) else {
        throw Diagnostic(
          "not-an-assignment",
          "expected a name, `=` and a value",
          at: SourceSpan(5..<5 + argument.utf8.count),
          hint: "such as `.set year=fy2024`"
        )
      }
      return .done
    }
    let lines = session.parameters.names.map { "$\($0) = \(session.parameters[$0] ?? "")" }
    try session.say(lines.isEmpty ? "nothing is set" : session.style.shown(lines.joined(by: "\n")))
    return .done
  }
}
