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
  /// The statement in the language, without `check`; empty where no such figures are published.
  package let question: String
  /// A question, or a statement with `check`, that comes nearest; empty when none does.
  package let nearest: String
  package let note: String
}

extension Claim: StoredValue {
  package static let table = "claim"
  package static let columns = """
    key, document, line, paraphrase, kind, measure, filters, subject, reference, \
    figures, checkable, question, nearest, note
    """

  package init(row: some CatalogRow) {
    key = row.text(at: 0)
    document = row.text(at: 1)
    line = row.integer(at: 2)
    paraphrase = row.text(at: 3)
    kind = row.text(at: 4)
    measure = row.text(at: 5)
    filters = row.text(at: 6)
    subject = row.text(at: 7)
    reference = row.text(at: 8)
    figures = row.list(at: 9)
    checkable = row.text(at: 10)
    question = row.text(at: 11)
    nearest = row.text(at: 12)
    note = row.text(at: 13)
  }
}
