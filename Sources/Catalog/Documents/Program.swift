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

/// A threshold of a program, or dates between which it holds.
package struct Rule: Sendable {
  /// On which side of the quantity the rule holds.
  package enum Direction: String, Sendable {
    case atMost = "at_most"
    case atLeast = "at_least"
    case lessThan = "less_than"
    case moreThan = "more_than"
    case equals
    /// Between two dates.
    case between
    /// From a date on.
    case from
  }

  package let key: String
  package let name: String
  package let program: String
  /// A number; empty when the rule is only a date.
  package let quantity: String
  package let unit: String
  package let direction: Direction
  package let validFrom: String
  package let validTo: String
  /// What it rests on.
  package let basis: String
  /// The document that speaks of it, or empty.
  package let document: String
  /// What came of a target, in the language; empty when it is no target or nothing is held.
  package let outcome: String
  package let note: String

  package init(
    key: String,
    name: String,
    program: String,
    quantity: String,
    unit: String,
    direction: Direction,
    validFrom: String,
    validTo: String,
    basis: String,
    document: String,
    outcome: String,
    note: String
  ) {
    self.key = key
    self.name = name
    self.program = program
    self.quantity = quantity
    self.unit = unit
    self.direction = direction
    self.validFrom = validFrom
    self.validTo = validTo
    self.basis = basis
    self.document = document
    self.outcome = outcome
    self.note = note
  }
}

/// A dated event of policy.
package struct PolicyEvent: Sendable {
  package let key: String
  /// `2021-01-20`, `2021-01` or `2021`.
  package let date: String
  package let name: String
  /// The administration that begins; empty when it is no inauguration.
  package let era: String
  package let description: String
  /// Id of a source or of a document.
  package let source: String

  package init(
    key: String,
    date: String,
    name: String,
    era: String,
    description: String,
    source: String
  ) {
    self.key = key
    self.date = date
    self.name = name
    self.era = era
    self.description = description
    self.source = source
  }
}
