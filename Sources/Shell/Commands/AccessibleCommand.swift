import Output

/// `.accessible on` — answers to be listened to: one fact a line, in words.
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
  /// Whether answers and messages are to be listened to.
  package var isAccessible: Bool {
    get { style.isAccessible }
    set {
      style.isAccessible = newValue
      messageStyle.isAccessible = newValue
    }
  }
}
