import Catalog

/// One way of reading a statement, with its verdict.
package struct CheckReading: Equatable, Sendable {
  /// What is understood, or whose figures are used: "calendar years".
  package let name: String
  /// The id of the source, where it is the reading of one source.
  package let source: String?
  /// The verdict of this reading.
  package let verdict: Verdict
  package let value: CheckFigure?
  package let kind: AnswerColumn.Kind

  package init(
    name: String,
    source: String? = nil,
    verdict: Verdict,
    value: CheckFigure?,
    kind: AnswerColumn.Kind
  ) {
    self.name = name
    self.source = source
    self.verdict = verdict
    self.value = value
    self.kind = kind
  }
}
