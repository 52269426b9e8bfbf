package import Catalog

/// A way in which a publisher writes a table: known by its header, or declared by the user who
/// imports it.
package struct FileFormat: Sendable {
  /// What a column holds.
  package enum Meaning: Hashable, Sendable {
    case ignored
    /// `2024`, `FY2024`, `2026 (FYTD)`.
    case fiscalYear
    /// `OCT` or `10`: a month whose year is that of the fiscal year beside it.
    case monthOfYear
    /// A quarter of such years, by itself or with its year beside it; `nil`: its text says which.
    case quarter(QuarterText.Years?)
    /// A period by itself: a month, a year or a day.
    case time(PublishedTime)
    /// Ids of the dimensions whose values it holds: an area is a sector or a field office.
    case dimensions([Int])
    /// The id of a measure.
    case measure(Int)
  }

  /// A column that a file of the format has: the name in its header, other names for it, and its
  /// meaning.
  package struct FormatColumn: Sendable {
    package let name: String
    package let aliases: [String]
    package let meaning: Meaning
    package let isRequired: Bool

    package init(name: String, aliases: [String], meaning: Meaning, isRequired: Bool) {
      self.name = name
      self.aliases = aliases
      self.meaning = meaning
      self.isRequired = isRequired
    }
  }

  /// One of the tables that a file of the format is made into.
  package struct Table: Sendable {
    package let key: String
    package let title: String
    /// Which rows belong to it: those with any of the listed values in each listed dimension.
    /// Empty: all rows.
    package let rows: [Dataset.ScopeEntry]
    package let scope: [Dataset.ScopeEntry]
    /// Dimension ids.
    package let dimensions: [Int]
    /// Measure ids.
    package let measures: [Int]
    package let absent: Dataset.Absent
    package let isComplete: Bool
    /// Whether levels and means of several rows may be added up: they are of different places.
    package let addsUp: Bool
    /// 1 where figures are exact, 10 where they are rounded to tens, and so on.
    package let rounding: Int
    package let rank: Int
    /// The series that it shares with the files that it continues, which together answer as one
    /// table; 0 = none.
    package let series: Int
    /// Whether its fiscal year 1976 has 15 months.
    package let hasTransitionQuarter: Bool
    package let note: String

    package init(
      key: String,
      title: String,
      rows: [Dataset.ScopeEntry],
      scope: [Dataset.ScopeEntry],
      dimensions: [Int],
      measures: [Int],
      absent: Dataset.Absent,
      isComplete: Bool,
      addsUp: Bool = false,
      rounding: Int = 1,
      rank: Int,
      series: Int,
      hasTransitionQuarter: Bool = false,
      note: String
    ) {
      self.key = key
      self.title = title
      self.rows = rows
      self.scope = scope
      self.dimensions = dimensions
      self.measures = measures
      self.absent = absent
      self.isComplete = isComplete
      self.addsUp = addsUp
      self.rounding = rounding
      self.rank = rank
      self.series = series
      self.hasTransitionQuarter = hasTransitionQuarter
      self.note = note
    }
  }

  package let key: String
  package let name: String
  package let publisher: String
  /// Details of the source that a file of the format becomes.
  package let title: String
  package let url: String
  package let columns: [FormatColumn]
  package let tables: [Table]
  /// Of a workbook: what its sheets hold and which are left out, where it says its last day, what
  /// it brings with it, and its own words for values.
  package var sheets: [Sheet] = []
  package var left: [LeftSheet] = []
  package var names: [NewName] = []
  package var lastDay: LastDay?
  package var values: [Value] = []

  package init(
    key: String,
    name: String,
    publisher: String,
    title: String,
    url: String,
    columns: [FormatColumn],
    tables: [Table]
  ) {
    self.key = key
    self.name = name
    self.publisher = publisher
    self.title = title
    self.url = url
    self.columns = columns
    self.tables = tables
  }
}
