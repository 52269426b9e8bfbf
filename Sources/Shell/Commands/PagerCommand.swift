import Diagnostics

/// `.pager off` — whether what does not fit on the screen is shown a page at a time, by `$PAGER` or
/// `less`.
enum PagerCommand: Command {
  static let name = "pager"
  static let synopsis = ".pager on|off"
  static let summary = "shows what does not fit on the screen a page at a time, or not"
  static let operand = CommandOperand.words(["on", "off"])

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    session.isPaged = try session.isOn(argument, session.isPaged, name)
    return .done
  }
}
