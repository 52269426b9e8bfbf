/// `.timer on` — says after each answer how long it took.
enum TimerCommand: Command {
  static let name = "timer"
  static let synopsis = ".timer on|off"
  static let summary = "turns the time taken after each answer on or off"
  static let operand = CommandOperand.words(["on", "off"])

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    session.isTimed = try session.isOn(argument, session.isTimed, name)
    return .done
  }
}
