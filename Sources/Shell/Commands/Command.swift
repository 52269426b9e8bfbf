/// An instruction to the shell rather than a question to the data, such as `.sql removals by fy`.
///
/// To add one, write its file here and list it in ``Commands/all``: help, completion and the
/// reference page read that list.
package protocol Command: Sendable {
  /// Without the dot.
  static var name: String { get }
  /// How it is written: `.mode FORMAT`.
  static var synopsis: String { get }
  /// What it does, in a few words.
  static var summary: String { get }
  /// What may follow it, for completion.
  static var operand: CommandOperand { get }

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome
}

extension Command {
  package static var operand: CommandOperand { .words([]) }
}
