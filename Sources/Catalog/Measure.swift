/// Something that can be counted: `removals`, `border patrol agents`.
package struct Measure: Hashable, Sendable {
  /// How a measure relates to time, which decides whether its figures add up over periods.
  package enum Kind: String, CaseIterable, Sendable {
    /// Counted over a period.
    case flow
    /// A level at a date.
    case stock
    /// The mean level over a period.
    case average
    /// A ceiling, cap or plan.
    case limit
    /// A mean over people or cases. Only the periods and parts that are printed have one, since
    /// neither say of how many people.
    case mean

    /// Whether figures of several periods do not combine in any way.
    package var isOfOnePeriod: Bool { self == .limit || self == .mean }
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
  /// Whether it is a running total that begins again at zero with each fiscal year.
  package let restarts: Bool
  /// Figures are stored multiplied by this.
  package let scale: Int
  /// In the query language; empty when the figures are stored.
  package let formula: String
  /// The measure that this one is a part of; 0 when it is none.
  package let partOf: Int
  /// The days on which it could exist, as far as known.
  package let existence: DayRange
  package let definition: String
  package let caveat: String
  /// What its shipped tables have in common.
  package let shippedTables: MeasureTables

  /// The word of `over_time` for a running total of the fiscal year.
  package static let yearToDate = "year_to_date"

  package static func == (a: Measure, b: Measure) -> Bool { a.id == b.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Measure: StoredValue {
  package static let table = "measure"
  package static let columns = """
    id, key, name, subject, unit, kind, scale, formula, part_of, exists_from, \
    exists_to, definition, caveat, scope, times, over_time
    """

  package init?(row: some CatalogRow) {
    guard let kind = Kind(rawValue: row.text(at: 5)) else { return nil }
    id = row.integer(at: 0)
    key = row.text(at: 1)
    name = row.text(at: 2)
    subject = row.text(at: 3)
    unit = row.text(at: 4)
    self.kind = kind
    scale = row.integer(at: 6)
    formula = row.text(at: 7)
    partOf = row.integer(at: 8)
    existence = DayRange(
      Day(code: row.integer(at: 9)) ?? .distantPast,
      Day(code: row.integer(at: 10)) ?? .distantFuture
    )
    definition = row.text(at: 11)
    caveat = row.text(at: 12)
    shippedTables = MeasureTables(row: row, at: 13)
    restarts = kind == .stock && row.text(at: 15) == Self.yearToDate
  }
}
