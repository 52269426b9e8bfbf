package import Results

/// What an answer came to, beside its figures.
package struct AnswerSummary {
  /// Number of rows that were written.
  package let rows: Int
  package let foot: AnswerFoot
}
