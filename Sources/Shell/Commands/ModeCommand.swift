import Diagnostics
import Output

/// `.mode json` — how answers are written from now on.
enum ModeCommand: Command {
  static let name = "mode"
  static let synopsis = ".mode FORMAT"
  static let summary = "writes answers in a format from now on: table, json, csv, chart, …"
  static let operand = CommandOperand.format

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    guard !argument.isEmpty else {
      try session.say("answers are written as \(session.format.name)")
      return .done
    }
    guard let format = OutputFormats.format(named: argument.lowercased()) else {
      let names = OutputFormats.all.map { "`\($0.name)`" }.joined(separator: ", ")
      let near = OutputFormats.nearestName(to: argument)
      let start = ".mode ".utf8.count
      throw Diagnostic(
        "unknown-format",
        "no format is called `\(argument)`",
        at: SourceSpan(start..<start + argument.utf8.count),
        hint: near.map { "did you mean `\($0)`?" } ?? "formats are \(names)"
      ).offering([near].compactMap(\.self).map { ".mode \($0)" })
    }
    session.format = format
    return .done
  }
}
