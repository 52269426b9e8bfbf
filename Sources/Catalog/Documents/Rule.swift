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
  /// The first and the last day on which the rule holds, as far as known; empty when open.
  package let validFrom: String
  package let validTo: String
  /// What the rule rests on.
  package let basis: String
  /// The document that speaks of it, or empty.
  package let document: String
  /// The question for the outcome of a target; empty when it is not a target or nothing is held.
  package let outcome: String
  package let note: String
}

extension Rule: StoredValue {
  package static let table = "rule"
  package static let columns = """
    key, name, program, quantity, unit, direction, valid_from, valid_to, basis, \
    document, outcome, note
    """

  package init?(row: some CatalogRow) {
    guard let direction = Direction(rawValue: row.text(at: 5)) else { return nil }
    key = row.text(at: 0)
    name = row.text(at: 1)
    program = row.text(at: 2)
    quantity = row.text(at: 3)
    unit = row.text(at: 4)
    self.direction = direction
    validFrom = row.text(at: 6)
    validTo = row.text(at: 7)
    basis = row.text(at: 8)
    document = row.text(at: 9)
    outcome = row.text(at: 10)
    note = row.text(at: 11)
  }
}
