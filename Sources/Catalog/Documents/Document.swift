/// A document whose statements are held.
package struct Document: Sendable {
  /// `dhs-fact-sheet-2024-06-04`
  package let key: String
  /// Empty when the copy held does not name it.
  package let publisher: String
  package let title: String
  /// `2024-06-04` or `2024-12`.
  package let published: String
  /// `stated`, or how the date was inferred.
  package let dateBasis: String
  package let note: String

  package init(
    key: String,
    publisher: String,
    title: String,
    published: String,
    dateBasis: String,
    note: String
  ) {
    self.key = key
    self.publisher = publisher
    self.title = title
    self.published = published
    self.dateBasis = dateBasis
    self.note = note
  }
}

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

/// Something that speakers leave open.
package enum SpokenReading: Hashable, Sendable {
  /// A word, as spellings are looked up, and the ids of the measures that it may stand for.
  case verb(said: String, measures: [Int])
  /// A place that is often meant without being named.
  case place(dimension: Int, member: Int)
}
