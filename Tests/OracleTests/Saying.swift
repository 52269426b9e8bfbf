import Testing

/// A question, and words that its answer or its refusal must hold.
struct Saying: Sendable, CustomTestStringConvertible {
  let question: String
  let says: [String]

  init(_ question: String, says: String...) {
    self.question = question
    self.says = says
  }

  var testDescription: String { question }
}
