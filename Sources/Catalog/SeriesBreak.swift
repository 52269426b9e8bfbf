/// A break in a series that a reader must know, or something that must be known of a time or of some tables.
package struct SeriesBreak: Hashable, Sendable {
  package struct Filter: Hashable, Sendable {
    package let dimension: Int
    /// The value it is about; 0 when any answer broken down by the dimension is meant.
    package let member: Int

    package init(dimension: Int, member: Int) {
      self.dimension = dimension
      self.member = member
    }
  }

  package let key: String
  /// The first day of the period in which it begins.
  package let at: Day
  /// The last day for which it holds; `nil` when it lies between two periods, and matters where both are shown.
  package let until: Day?
  /// `definition`, `coverage`, `method`, `policy`, `source` or `revision`.
  package let kind: String
  package let filters: [Filter]
  /// The values that it is about: an answer that leaves all of them out does not need it.
  package let about: [Filter]
  /// The published tables that it is about; of kind `source`, those on one side of it. None: every table.
  package let tables: IDSet
  package let note: String

  package init(
    key: String,
    at: Day,
    until: Day?,
    kind: String,
    filters: [Filter],
    about: [Filter],
    tables: IDSet,
    note: String
  ) {
    self.key = key
    self.at = at
    self.until = until
    self.kind = kind
    self.filters = filters
    self.about = about
    self.tables = tables
    self.note = note
  }
}
