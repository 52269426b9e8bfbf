import Asking
import Diagnostics
import Output
import QueryLanguage

/// `.help` — the dot commands; `.help mode` — one of them.
enum HelpCommand: Command {
  static let name = "help"
  static let synopsis = ".help [COMMAND]"
  static let summary = "lists the commands, or explains one"
  static let operand = CommandOperand.command

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    let (words, delivery) = try StatementWords(".help " + argument).dropFirst().delivery
    try session.deliver(try page(on: words), delivery, at: words.span)
    return .done
  }

  private static func page(on words: StatementWords) throws(Diagnostic) -> HelpPage {
    guard let word = words.first?.text else { return Help.commands }
    let line = word.hasPrefix(".") ? word : "." + word
    guard let (command, _) = Commands.command(in: line) else {
      throw Commands.unknown(line, at: words.first?.span)
    }
    return HelpPage(command.synopsis, lines: [command.summary])
  }
}
