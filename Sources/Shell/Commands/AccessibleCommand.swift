import Output

/// `.accessible on` — answers for listening: one fact per line, in words.
enum AccessibleCommand: Command {
  static let name = "accessible"
  static let synopsis = ".accessible on|off"
  static let summary = "writes one fact a line, in words, for screen readers, or tables again"
  static let operand = CommandOperand.words(["on", "off"])

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    session.isAccessible = try session.isOn(argument, session.isAccessible, name)
    return .done
  }
}

extension Session {
  /// Whether answers and messages are for listening.
  package var isAccessible: Bool {
    get { style.isAccessible }
    set {
      style.isAccessible = newValue
      messageStyle.isAccessible = newValue
    }
  }
}
