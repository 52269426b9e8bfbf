import Diagnostics

/// `.width 100` — how many columns tables and texts may take; `.width auto` is as wide as the
/// terminal.
enum WidthCommand: Command {
  static let name = "width"
  static let synopsis = ".width N|auto"
  static let summary = "sets the width of answers, or follows the terminal"
  static let operand = CommandOperand.words(["auto"])

  /// The range of widths: narrower texts cannot be read, and no screen is wider.
  private static let possible = 20...1000

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    switch argument.lowercased() {
    case "":
      try session.say(session.fixedWidth.map { "\($0) columns" } ?? "as wide as the terminal")
    case "auto": session.fixedWidth = nil
    case let word:
      guard let width = Int(word), possible.contains(width) else {
        throw Diagnostic.notOneOf(
          ["`auto`", "a number from 20 to 1000"],
          argument,
          after: ".width "
        )
      }
      session.fixedWidth = width
    }
    return .done
  }
}
