/// What may follow a command.
package enum CommandOperand: Sendable {
  /// One of these words; nothing that could be offered where there are none.
  case words([String])
  case format, file, question, command
}
