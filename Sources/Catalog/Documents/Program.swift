/// A system, program, rule or operation named in the documents.
package struct Program: Sendable {
  package let key: String
  package let name: String
  package let aliases: [String]
  /// `process`, `rule`, `operation`, …
  package let kind: String
  package let description: String
  /// Ids of the measures that count it, of the figures said about it, and of the documents that
  /// name it.
  package let measures: [String]
  package let figures: [String]
  package let documents: [String]
  /// Dates as far as known; empty when not.
  package let from: String
  package let to: String
  /// In plain words: `in force`, `ended`, …; empty when not known.
  package let status: String
  package let note: String
}

extension Program: StoredValue {
  package static let table = "program"
  package static let columns = """
    key, name, aliases, kind, description, measures, figures, documents, "from", \
    "to", status, note
    """

  package init(row: some CatalogRow) {
    key = row.text(at: 0)
    name = row.text(at: 1)
    aliases = row.list(at: 2)
    kind = row.text(at: 3)
    description = row.text(at: 4)
    measures = row.list(at: 5)
    figures = row.list(at: 6)
    documents = row.list(at: 7)
    from = row.text(at: 8)
    to = row.text(at: 9)
    status = row.text(at: 10)
    note = row.text(at: 11)
  }
}
