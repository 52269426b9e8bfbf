package import Catalog
package import Diagnostics

/// A question in terms of the catalog: what is meant. Only the resolver makes one, and whoever
/// holds one can plan it.
package struct ResolvedQuery: Sendable {
  package internal(set) var columns: [Column] = []
  /// The stored measures that the columns are made of.
  package internal(set) var figures: [Figure] = []
  /// What the rows are told apart by, from left to right.
  package internal(set) var keys: [Key] = []
  package internal(set) var keySpans: [SourceSpan] = []
  /// What holds for every column.
  package internal(set) var condition: Condition?
  /// The days asked for; `nil` when no period was named.
  package internal(set) var days: DaySet?
  package internal(set) var periodSpan: SourceSpan?
  package internal(set) var relativePeriods: [RelativePeriod] = []
  package internal(set) var isYearToDate = false
  package internal(set) var ranking: Ranking?
  package internal(set) var order: [Order] = []
  package internal(set) var limit: Int?
  /// What was assumed where the question left it open, each a sentence.
  package internal(set) var assumptions: [String] = []
  /// What must be said of words that are no terms of the statistics.
  package internal(set) var phraseNotes: [String] = []
  /// Values named after `for`, not yet resolved.
  var pendingValues: [Name] = []
  /// The question as it was typed.
  package let query: Query

  init(_ query: Query) {
    self.query = query
  }

  /// A column of figures.
  package struct Column: Sendable {
    /// The name in exports: the key of the measure, or the label in snake case.
    package internal(set) var key: String
    package internal(set) var label: String
    package let unit: String
    package let value: Value
    /// The measure as the catalog names it.
    package let measure: Measure
    package let match: NameMatch?
    /// The name in full, as the catalog writes it: `encounters between ports`.
    let fullName: String
    package let span: SourceSpan
  }

  /// How a column is computed from the figures.
  package indirect enum Value: Hashable, Sendable {
    /// Index into ``ResolvedQuery/figures``.
    case figure(Int)
    case operation(Query.Operator, Value, Value)
  }

  /// A stored measure, kept to a part of it or whole.
  package struct Figure: Hashable, Sendable {
    package let measure: Measure
    /// The measure's own restriction, apart from what holds for the whole question.
    package let restriction: Condition?
  }

  package enum Key: Hashable, Sendable {
    case time(TimeUnit)
    case dimension(Dimension)

    /// As it is typed.
    package var name: String {
      switch self {
      case .time(let unit): unit.keyword
      case .dimension(let dimension): dimension.name
      }
    }

    /// The name of its column in exports and in SQL.
    package var column: String {
      switch self {
      case .time(let unit): unit.keyword
      case .dimension(let dimension): dimension.key
      }
    }

    package var timeUnit: TimeUnit? {
      if case .time(let unit) = self { unit } else { nil }
    }

    package var dimension: Dimension? {
      if case .dimension(let dimension) = self { dimension } else { nil }
    }
  }

  /// A period named by what the data hold.
  package enum RelativePeriod: Hashable, Sendable {
    case latest(TimeUnit?)
    case last(Int, TimeUnit)
  }

  package struct Ranking: Sendable {
    package let isTop: Bool
    package let count: Int
    package let span: SourceSpan
  }

  package struct Order: Sendable {
    package enum Subject: Sendable {
      case key(Int)
      case column(Int)
    }

    package let subject: Subject
    package let isDescending: Bool
  }

  // MARK: What clauses add

  mutating func restrict(to added: Condition) {
    condition = .both(condition, added)
  }

  /// Keeps the days that this clause and the earlier ones share.
  mutating func keep(_ kept: DaySet, at span: SourceSpan) throws(Diagnostic) {
    let shared = days.map { $0.intersection(kept) } ?? kept
    guard !shared.isEmpty else {
      throw Diagnostic("no-common-period", "the periods named have no day in common", at: span)
    }
    days = shared
    periodSpan = periodSpan.map { $0.joined(with: span) } ?? span
  }

  /// Columns that would share a name are called by their names in full, unless the asker named them.
  mutating func tellColumnsApart() {
    let keys = columns.map(\.key)
    for index in columns.indices
    where query.columns[index].label == nil && keys.count(where: { $0 == keys[index] }) > 1 {
      columns[index].key = columns[index].fullName
      columns[index].label = columns[index].fullName
    }
  }

  func column(labelled label: String) -> Int? {
    let key = Spelling.key(of: label)
    return columns.firstIndex {
      Spelling.key(of: $0.label) == key || Spelling.key(of: $0.key) == key
    }
  }

  /// The condition on a figure: its own restriction and what holds for the question.
  package func condition(of figure: Figure) -> Condition? {
    .both(figure.restriction, condition)
  }
}
