internal import Catalog

/// A dataset as the catalog describes it: a published table, an imported one, or a rollup of
/// either.
struct DatasetRecord {
  let id: Int
  let key: String
  let table: Table
  /// In the order of the table's columns.
  var dimensions: [FactDimension]
  /// In the order of the table's columns.
  let measures: [FactMeasure]
  /// The id of the base; 0 = no rollup.
  private(set) var rollupOf = 0

  /// What a rollup has in common with its base.
  struct Table {
    let source: Int
    /// The fact table that holds its figures.
    let facts: String
    fileprivate(set) var time: PublishedTime
    /// What holds for the whole table.
    let scope: [Dataset.ScopeEntry]
    /// The ids of what the dimensions of the scope roll up to; 0 = nothing.
    let scopeParents: [Int]
    var rounding = 1
    /// A word of ``Dataset/Absent``.
    let absent: String
    let isComplete: Bool
    let rank: Int
    let series: Int
    var hasTransitionQuarter = false
    var isSuperseded = false
    /// The id of a dataset; 0 = none.
    var supersededBy = 0
    let title: String
    let note: String
    /// The last day of each span by its first; empty where periods are not spans.
    var spanEnds: [Int: Int] = [:]

    /// The dimensions in which the table is limited.
    var limits: DimensionSet { DimensionSet(scope.map(\.dimension)) }
  }

  /// The dimensions that a question can name of it.
  var readableDimensions: DimensionSet {
    DimensionSet(
      dimensions.flatMap { [$0.id, $0.parent] } + table.scope.map(\.dimension) + table.scopeParents
    )
  }

  init(
    id: Int,
    key: String,
    _ table: Table,
    _ dimensions: [FactDimension],
    _ measures: [FactMeasure]
  ) {
    self.id = id
    self.key = key
    self.table = table
    self.dimensions = dimensions
    self.measures = measures
  }

  /// The record of a rollup, by the places of the dimensions and measures that it keeps. Its key
  /// adds the dimensions: `table/border+citizenship`; with `isByYear`, which adds up months by
  /// fiscal years, `table/fy+border+citizenship`.
  func rollup(
    id: Int,
    keeping kept: [Int],
    measures summed: [Int],
    isByYear: Bool = false
  ) -> DatasetRecord {
    let dimensions = kept.map { self.dimensions[$0] }
    let time = isByYear ? PublishedTime.fiscalYear : table.time
    let names = (isByYear ? [time.rawValue] : []) + dimensions.map(\.key)
    let suffix = names.isEmpty ? "total" : names.joined(separator: "+")
    var table = table
    table.time = time
    var rollup = DatasetRecord(
      id: id,
      key: key + "/" + suffix,
      table,
      dimensions,
      summed.map { measures[$0] }
    )
    rollup.rollupOf = self.id
    return rollup
  }
}

extension DatasetRecord {
  /// The row of the table `dataset`; `size` is the number of rows of facts.
  func row(size: Int) -> KeyValuePairs<String, any ColumnValue> {
    [
      "id": id,
      "key": key,
      "source": table.source,
      "subject": table.facts,
      "time": table.time.rawValue,
      "dimensions": dimensions.map { "\($0.id)" }.joined(separator: " "),
      "scope": table.scope.text,
      "rounding": table.rounding,
      "absent": table.absent,
      "complete": table.isComplete,
      "rank": table.rank,
      "series": table.series,
      "transition": table.hasTransitionQuarter,
      "superseded": table.isSuperseded,
      "superseded_by": table.supersededBy,
      "rollup_of": rollupOf,
      "size": size,
    ]
  }

  /// The row of the table `dataset_text`.
  var text: KeyValuePairs<String, any ColumnValue> {
    ["dataset": id, "title": table.title, "note": table.note]
  }
}

extension [Dataset.ScopeEntry] {
  /// As the database holds it: `3=17 5=2`.
  var text: String { map { "\($0.dimension)=\($0.member)" }.joined(separator: " ") }
}
