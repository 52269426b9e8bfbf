/// What is known of an answer before its first row.
package struct AnswerHead: Equatable, Sendable {
  package let columns: [AnswerColumn]
  /// The question; `nil` where a format does not show it.
  package var subject: AnswerSubject?

  package init(columns: [AnswerColumn], subject: AnswerSubject? = nil) {
    self.columns = columns
    self.subject = subject
  }
}
