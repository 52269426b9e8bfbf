/// `.hints off` — whether an answer may be followed by a suggested next question.
enum HintsCommand: Command {
  static let name = "hints"
  static let synopsis = ".hints on|off"
  static let summary = "turns suggestions after answers on or off"
  static let operand = CommandOperand.words(["on", "off"])

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    session.hints.isOn = try session.isOn(argument, session.hints.isOn, name)
    return .done
  }
}
