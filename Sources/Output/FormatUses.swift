/// What a format can be used for, and what it wants to be given.
///
/// The first three are promises to whoever chooses a format; the others tell the program what to
/// prepare.
package struct FormatUses: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Writes the answers to questions: `| NAME` may end a question.
  package static let answers = FormatUses(rawValue: 1 << 0)
  /// Writes the verdicts on checked statements: `| NAME` may end a `check`.
  package static let checks = FormatUses(rawValue: 1 << 1)
  /// Writes the lists of `show`, which hold few figures or none.
  package static let lists = FormatUses(rawValue: 1 << 2)
  /// Tells what was asked: wants ``AnswerHead/subject``, with the question, its title and its SQL.
  package static let subject = FormatUses(rawValue: 1 << 3)
  /// Is looked at by people: wants the small drawings of a row's figures, where programs want the
  /// figures.
  package static let drawings = FormatUses(rawValue: 1 << 4)
  /// Shows the rows. Without it, the question is planned but never run.
  package static let rows = FormatUses(rawValue: 1 << 5)

  /// Tells what was counted: wants ``AnswerSubject/definitions``.
  package static let definitions = FormatUses(rawValue: 1 << 6)
  /// Makes one file of one answer: nothing may come before or after it, and a screen cannot show
  /// it.
  package static let document = FormatUses(rawValue: 1 << 7)

  /// What a format does that says nothing else: it writes the rows of answers and of lists.
  package static let standard: FormatUses = [.answers, .lists, .rows]
}
