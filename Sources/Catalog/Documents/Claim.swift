/// A comparison or superlative of a document that can be checked.
package struct Claim: Sendable {
  package let key: String
  package let document: String
  /// The line of the document.
  package let line: Int
  package let paraphrase: String
  /// `highest_since`, `change`, `ratio`, …
  package let kind: String
  /// The measure meant; empty where none exists.
  package let measure: String
  /// `citizenship=venezuela; border=southwest`
  package let filters: String
  /// The two sides, as periods where they are periods.
  package let subject: String
  package let reference: String
  /// Ids of the figures that it rests on.
  package let figures: [String]
  /// `yes`, `partly` or `no`.
  package let checkable: String
  /// The statement in the language, without `check`; empty where nobody publishes what it is about.
  package let question: String
  /// A question, or a statement with `check`, that comes nearest; empty when none does.
  package let nearest: String
  package let note: String

  package init(
    key: String,
    document: String,
    line: Int,
    paraphrase: String,
    kind: String,
    measure: String,
    filters: String,
    subject: String,
    reference: String,
    figures: [String],
    checkable: String,
    question: String,
    nearest: String,
    note: String
  ) {
    self.key = key
    self.document = document
    self.line = line
    self.paraphrase = paraphrase
    self.kind = kind
    self.measure = measure
    self.filters = filters
    self.subject = subject
    self.reference = reference
    self.figures = figures
    self.checkable = checkable
    self.question = question
    self.nearest = nearest
    self.note = note
  }
}
