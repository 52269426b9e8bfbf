package import Catalog

/// One column of an answer.
package struct AnswerColumn: Equatable, Sendable {
  /// What the cells of a column hold, and how their numbers are to be shown.
  package enum Kind: Equatable, Sendable {
    /// Periods of one unit.
    case time(TimeUnit)
    /// Names of values, such as countries.
    case dimension
    /// Numbers, in a unit such as `events`; `nil` for a ratio of like units.
    case figure(unit: String?)
    /// Numbers in percent: 50.5.
    case percent
    /// A part divided by its whole: 0.505, on a screen in percent.
    case fraction
    /// The difference of two such fractions: 0.05, on a screen in percentage points.
    case points
    /// Small drawings of what other columns hold, for those who read.
    case sparkline
    /// The sources of each row.
    case sources
  }

  /// The name in `json`, `jsonl`, `csv`: `fy`, `citizenship`, `removals`.
  package let key: String
  /// The heading on a screen: `fy`, `citizenship`, `border patrol agents`.
  package let label: String
  package let kind: Kind
  /// Whether it is computed from another column.
  package let isDerived: Bool
  /// Whether its figures cover less than its period, where the column is one.
  package var isPartial = false
  package let room: Room

  /// How much of a screen's width a column of text needs.
  package enum Room: Equatable, Sendable {
    /// As much as there is; its text may be cut short.
    case any
    /// Its text may be cut, but to no fewer columns than these.
    case atLeast(Int)
    /// Never cut: an id is there to be typed again.
    case whole
    /// None: for other programs only. Such columns come last.
    case none
  }

  package init(
    key: String,
    label: String,
    kind: Kind,
    isDerived: Bool = false,
    room: Room = .any
  ) {
    self.key = key
    self.label = label
    self.kind = kind
    self.isDerived = isDerived
    self.room = room
  }
}
