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
