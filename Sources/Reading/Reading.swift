/// One way of understanding a line.
package struct Reading: Hashable, Sendable {
  /// A statement of the language.
  package let statement: String
  /// What is said with the answer.
  package let notes: [String]

  func noting(_ more: [String]) -> Reading { Reading(statement: statement, notes: more + notes) }
}
