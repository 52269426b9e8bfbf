/// What may follow a command.
package enum CommandOperand: Sendable {
  /// One of these words; empty where there are no words to suggest.
  case words([String])
  case format, file, question, command, table
  /// The name of a format, or a question.
  case formatOrQuestion
}
