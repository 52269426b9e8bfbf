package import Catalog
package import Diagnostics

/// A question in terms of the catalog: what is meant. Only the resolver makes one, so each can be
/// planned.
///
/// Each field says which clause writes it and which part of the SQL it becomes.
package struct ResolvedQuery: Sendable {
  /// What is computed; those that only a test of finished rows needs come last and are not shown.
  ///
  /// Written by the columns before the clauses, and by figures in `where`. An expression over the
  /// sums of its figures: in the last SELECT, or in the table of values where rows take more steps.
  package internal(set) var columns: [ComputedColumn] = []
  /// The stored measures that the columns are made of, each with what it is restricted to.
  ///
  /// Each becomes one `sum(…)` over the fact tables of its datasets, before anything is joined.
  package internal(set) var figures: [Figure] = []
  /// Figures made of finer periods: `max(encounters by month)`.
  ///
  /// Each becomes a table of its finer periods, and an aggregate over that.
  package internal(set) var folds: [Fold] = []
  /// What the rows are broken down by, from left to right; the key that `across` turns into columns
  /// comes last.
  ///
  /// Written by `by` and `across`. `GROUP BY` of every sum, and the columns that sums are joined
  /// on.
  package internal(set) var keys: [Key] = []
  /// The places of `keys` in the question, for messages.
  package internal(set) var keySpans: [SourceSpan] = []
  /// Whether the last key is turned into columns: `across`. SQL ranks the values of that key; the
  /// columns are made from the rows.
  package internal(set) var isAcross = false
  /// What holds for every column: `for`, `where` on dimensions, values in `by`. `WHERE` of every
  /// sum, in terms of the dimensions that the dataset has.
  package internal(set) var condition: Condition?
  /// The days that all periods named have in common, as by `in`, `since`, `until` and `from`; `nil`
  /// when none is named. The planner cuts them into rows; in SQL they are `WHERE` on the codes of
  /// periods, and the table of periods.
  package internal(set) var days: DaySet?
  /// The places of all periods named, for messages.
  package internal(set) var periodSpan: SourceSpan?
  /// Periods named by what the data hold: `latest`, `last`. The planner turns them into days.
  package internal(set) var relativePeriods: [RelativePeriod] = []
  /// Whether every fiscal year is limited to the months that the latest one holds: `fytd`. Days
  /// too.
  package internal(set) var isYearToDate = false
  /// The day of `as of`: it decides which datasets may answer, and is nowhere in the SQL.
  package internal(set) var asOf: AsOf?
  /// What `with` adds: columns over several rows (`OVER`), rows that sum up others (`UNION ALL`),
  /// and what is shown beside the rows (not in the SQL).
  package internal(set) var extras = AddedColumns()
  /// The length of time of `per`: flows are divided by the days of their periods.
  package internal(set) var per: Per?
  /// The second period of `vs`: summed as the rows are, under other names, and joined to them.
  package internal(set) var versus: Versus?
  /// The columns of the answer after the keys, made from `columns`, `extras` and `versus` at the
  /// end. The outputs of the last SELECT.
  package internal(set) var outputs: [Output] = []
  /// Tests that finished rows must pass: `where` on figures. `WHERE` of the last SELECT.
  package internal(set) var tests: [RowTest] = []
  /// `top` and `bottom`: a table of ranks, joined to the rows.
  package internal(set) var ranking: Ranking?
  /// `order by`: what comes first in the last `ORDER BY`.
  package internal(set) var order: [Order] = []
  /// Which of the rows are shown: `limit`. `LIMIT`, or rows left out later; it says where.
  var window = RowWindow()
  /// What was assumed where the question left it open, each a sentence: notes under the answer.
  package internal(set) var assumptions: [String] = []
  /// Notes on words that are not terms of the statistics: notes under the answer.
  package internal(set) var phraseNotes: [String] = []
  /// Values named after `for`, not yet resolved; empty at the end.
  var pendingValues: [Name] = []
  /// Tests on figures, not yet resolved; empty at the end.
  var pendingTests: [ColumnTest] = []
  /// What follows `across`, until it is the last of `keys`.
  var acrossKey: ByClause.Key?
  /// The question as it was typed.
  package let query: Query

  init(_ query: Query) {
    self.query = query
  }

  /// Whether it must have one value as its answer, as the figures of statements do.
  package var asksOneValue: Bool { query.asksOneValue }

  /// Something computed from figures.
  package struct ComputedColumn: Sendable {
    /// The name in exports: the key of the measure, the label in snake case, or the text in full.
    package internal(set) var key: String
    package internal(set) var label: String
    package let quantity: Quantity
    package let value: Value
    /// Whether it is a part of a whole divided by the whole: shown in percent on a screen.
    package let isPartOfWhole: Bool
    /// The measures that it names, in order, as the catalog names them.
    package let measures: [Measure]
    package let match: NameMatch?
    /// The text in full, in names of the catalog: `encounters(at ports) / encounters`.
    package let fullName: String
    /// Whether it is a column of the answer, and not only part of a test.
    package let isShown: Bool
    package let span: SourceSpan

    /// Whether `per` divides it.
    package var isDivided: Bool { quantity.kind == .flow }
  }

  /// How a column is computed.
  package indirect enum Value: Hashable, Sendable {
    /// Index into ``ResolvedQuery/figures``.
    case figure(Int)
    /// Index into ``ResolvedQuery/folds``.
    case fold(Int)
    case number(Ratio)
    case operation(Query.Operator, Value, Value)
  }

  /// A stored measure, restricted to a part or not.
  package struct Figure: Hashable, Sendable {
    package let measure: Measure
    /// The measure's own restriction, apart from what holds for the whole question.
    package let restriction: Condition?
    /// The fold that it is summed for, by finer periods; `nil` outside of folds.
    package let fold: Int?
    /// The column whose expression it is a part of, and so comes from the same table as the other
    /// parts where one table has all; `nil` for a column that is only this figure.
    package let expression: Int?
  }

  /// `max(encounters by month)`: one figure computed from those of finer periods.
  package struct Fold: Sendable {
    package let function: Query.FoldFunction
    package let unit: TimeUnit
    package let value: Value
    package let span: SourceSpan
  }

  /// The day of `as of`: the question is answered from the vintage of that day.
  package struct AsOf: Sendable {
    /// The last day on which something may have been published.
    package let day: Day
    package let span: SourceSpan
  }

  /// The length of time of `per` that flows are divided by.
  package struct Per: Sendable {
    package let unit: PerClause.Length
    package let span: SourceSpan
  }

  /// The second period of `vs`, in days, with its place in the question.
  package struct Versus: Sendable {
    /// `nil` for the same periods a year before.
    package let days: DaySet?
    package let span: SourceSpan
  }

  /// What the rows of an answer are broken down by: one item of `by`, in terms of the catalog.
  package enum Key: Hashable, Sendable {
    case time(TimeUnit)
    /// Who held office on most days of a period.
    case administration
    /// Each source for itself.
    case source
    case dimension(Dimension)

    /// As typed.
    package var name: String {
      switch self {
      case .time(let unit): unit.keyword
      case .administration: "administration"
      case .source: "source"
      case .dimension(let dimension): dimension.name
      }
    }

    /// The name of its column in exports and in SQL.
    package var column: String {
      switch self {
      case .time(let unit): unit.keyword
      case .administration: "administration"
      case .source: "source"
      case .dimension(let dimension): dimension.key
      }
    }

    /// Whether it breaks rows down by period.
    package var isTime: Bool {
      switch self {
      case .time, .administration: true
      case .source, .dimension: false
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
    /// The periods of which these administrations held office on most days.
    case under([Administration])
  }

  /// How many rows `top` or `bottom` keeps, and from which end.
  package struct Ranking: Sendable {
    package let isTop: Bool
    package let count: Int
    package let span: SourceSpan
  }

  /// One column that the rows are ordered by, with its direction.
  package struct Order: Sendable {
    /// The column that the rows are ordered by.
    package enum Subject: Hashable, Sendable {
      case key(Int)
      /// Index into ``ResolvedQuery/outputs``.
      case output(Int)
    }

    package let subject: Subject
    package let isDescending: Bool
  }

  // MARK: What clauses add

  /// Columns that would share a name get their full names, unless the user named them.
  mutating func tellColumnsApart() {
    let keys = columns.map(\.key)
    for index in columns.indices
    where query.columns[index].label == nil && keys.count(where: { $0 == keys[index] }) > 1 {
      columns[index].key = columns[index].fullName
      columns[index].label = columns[index].fullName
    }
  }
}
