/// A system, program, rule or operation named in the documents.
package struct Program: Sendable {
  package let key: String
  package let name: String
  package let aliases: [String]
  /// `process`, `rule`, `operation`, …
  package let kind: String
  package let description: String
  /// Ids of the measures that count it, of the figures said about it, and of the documents that name it.
  package let measures: [String]
  package let figures: [String]
  package let documents: [String]
  /// Dates as far as known; empty when not.
  package let from: String
  package let to: String
  /// In plain words: `in force`, `ended`, …; empty when not known.
  package let status: String
  package let note: String

  package init(
    key: String,
    name: String,
    aliases: [String],
    kind: String,
    description: String,
    measures: [String],
    figures: [String],
    documents: [String],
    from: String,
    to: String,
    status: String,
    note: String
  ) {
    self.key = key
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.description = description
    self.measures = measures
    self.figures = figures
    self.documents = documents
    self.from = from
    self.to = to
    self.status = status
    self.note = note
  }
}
