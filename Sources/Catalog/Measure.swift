/// Something that can be counted: `removals`, `border patrol agents`.
package struct Measure: Hashable, Sendable {
  package enum Kind: String, Sendable {
    /// Counted over a period.
    case flow
    /// A level at a date.
    case stock
    /// The mean level over a period.
    case average
    /// A ceiling, cap or plan.
    case limit
  }

  package let id: Int
  /// The id in the seed, the column of the fact table, and the name in exports.
  package let key: String
  package let name: String
  /// The fact table.
  package let subject: String
  /// `events`, `people`, `usd`, …
  package let unit: String
  package let kind: Kind
  /// Figures are stored multiplied by this.
  package let scale: Int
  /// In the query language; empty when the figures are stored.
  package let formula: String
  /// The measure that this one is a part of; 0 when it is none.
  package let partOf: Int
  /// The days on which it could be counted at all, as far as that is known.
  package let existence: DayRange
  package let definition: String
  package let caveat: String

  package init(
    id: Int,
    key: String,
    name: String,
    subject: String,
    unit: String,
    kind: Kind,
    scale: Int,
    formula: String,
    partOf: Int,
    existence: DayRange,
    definition: String,
    caveat: String
  ) {
    self.id = id
    self.key = key
    self.name = name
    self.subject = subject
    self.unit = unit
    self.kind = kind
    self.scale = scale
    self.formula = formula
    self.partOf = partOf
    self.existence = existence
    self.definition = definition
    self.caveat = caveat
  }

  package static func == (a: Measure, b: Measure) -> Bool { a.id == b.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
