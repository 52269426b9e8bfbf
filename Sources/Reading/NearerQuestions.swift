/// Questions that have an answer, instead of one that is refused.
package struct NearerQuestions {
  package let questions: [String]
  /// Whether they are about the parts that are published, where no whole is.
  package let areParts: Bool

  package init(_ questions: [String], areParts: Bool) {
    self.questions = questions
    self.areParts = areParts
  }
}
