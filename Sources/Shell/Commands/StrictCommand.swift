/// `.strict on` — only the query language is answered, and what other lines mean is offered.
enum StrictCommand: Command {
  static let name = "strict"
  static let synopsis = ".strict on|off"
  static let summary = "answers only the query language, and offers what other lines mean"
  static let operand = CommandOperand.words(["on", "off"])

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    session.readsFreely = !(try session.isOn(argument, !session.readsFreely, name))
    return .done
  }
}
