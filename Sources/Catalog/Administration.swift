/// Who held office from a day on.
package struct Administration: Hashable, Sendable {
  package let id: Int
  /// Short enough for a row: `Obama`.
  package let name: String
  package let start: Day

  package init(id: Int, name: String, start: Day) {
    self.id = id
    self.name = name
    self.start = start
  }
}

/// Two things that overlap or are stages of one process: neither may be added to the other.
package struct MeasureConflict: Hashable, Sendable {
  package let other: Int
  /// What the measure must be restricted to for the conflict, as pairs of dimension and value.
  package let filters: [Dataset.ScopeEntry]
  /// What the other one must be restricted to.
  package let otherFilters: [Dataset.ScopeEntry]
  /// Why, as one sentence; empty when the catalog gives no reason.
  package let reason: String

  package init(
    other: Int,
    filters: [Dataset.ScopeEntry],
    otherFilters: [Dataset.ScopeEntry],
    reason: String
  ) {
    self.other = other
    self.filters = filters
    self.otherFilters = otherFilters
    self.reason = reason
  }
}
