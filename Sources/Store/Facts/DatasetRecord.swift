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
    let time: PublishedTime
    /// `dimension=member` ids, separated by spaces.
    let scope: String
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
  /// adds the dimensions: `table/border+citizenship`.
  func rollup(id: Int, keeping kept: [Int], measures summed: [Int]) -> DatasetRecord {
    let dimensions = kept.map { self.dimensions[$0] }
    let suffix = dimensions.isEmpty ? "total" : dimensions.map(\.key).joined(separator: "+")
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
      "scope": table.scope,
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
