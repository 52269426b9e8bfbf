/// The question of an answer, for those who read it away from the prompt.
package struct AnswerSubject: Equatable, Sendable {
  /// The line in somebody's own words that was read as the question; `nil` where it was language.
  package let asked: String?
  /// As typed, without its format and file.
  package let question: String
  /// `Encounters by citizenship, southwest, FY2023`
  package let title: String
  /// The SQL, as it can be run again on the same file.
  package let sql: String
  /// The version of the program: `0.1.0`.
  package let version: String
  /// What the measures count, where a format tells it.
  package var definitions: [MeasureDefinition] = []

  package init(asked: String? = nil, question: String, title: String, sql: String, version: String)
  {
    self.asked = asked
    self.question = question
    self.title = title
    self.sql = sql
    self.version = version
  }
}
