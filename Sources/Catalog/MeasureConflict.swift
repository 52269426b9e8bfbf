/// Two things that overlap or are stages of one process: neither may be added to the other.
package struct MeasureConflict: Hashable, Sendable {
  /// How the measure relates to the other one.
  package enum Relation: Int, Sendable {
    /// Some events are in both.
    case overlap
    /// Every event of the measure is in the other one too.
    case part
    /// Every event of the other one is in the measure too.
    case whole
  }

  /// The id of the other measure.
  package let other: Int
  package let relation: Relation
  /// What the measure must be restricted to for the conflict, as pairs of dimension and value; for
  /// a whole, the values that contain its part.
  package let filters: [Dataset.ScopeEntry]
  /// The same for the other one.
  package let otherFilters: [Dataset.ScopeEntry]
  /// Why, as one sentence; empty when the catalog gives no reason.
  package let reason: String
}

extension MeasureConflict: StoredValue {
  package static let table = "measure_conflict"
  package static let columns = "other, filters, other_filters, note, relation"

  package init?(row: some CatalogRow) {
    other = row.integer(at: 0)
    relation = Relation(rawValue: row.integer(at: 4)) ?? .overlap
    filters = row.scope(at: 1)
    otherFilters = row.scope(at: 2)
    reason = row.text(at: 3)
  }
}
