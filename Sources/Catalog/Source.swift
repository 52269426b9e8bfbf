/// Where figures come from.
package struct Source: Hashable, Sendable {
  package let id: Int
  package let key: String
  package let publisher: String
  /// The publisher's name short enough for a citation.
  package let short: String
  package let title: String
  /// The table, sheet or file inside the publication.
  package let part: String
  /// `2024-12-31`, `2024-12` or `2024`, as far as known; empty when unknown.
  package let published: String
  package let url: String
  /// Whether it is the press or another third party, and not the publisher's own file or a copy of it.
  package let isSecondary: Bool

  package init(
    id: Int,
    key: String,
    publisher: String,
    short: String,
    title: String,
    part: String,
    published: String,
    url: String,
    isSecondary: Bool
  ) {
    self.id = id
    self.key = key
    self.publisher = publisher
    self.short = short
    self.title = title
    self.part = part
    self.published = published
    self.url = url
    self.isSecondary = isSecondary
  }

  /// The day by which it was published for sure; `nil` when unknown.
  package var lastPossibleDay: Day? { Day(publishedBy: published) }
}

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
