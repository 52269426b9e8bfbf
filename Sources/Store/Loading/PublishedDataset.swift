internal import Catalog

/// A row of `datasets.csv`, its ids looked up and its words checked.
struct PublishedDataset {
  let row: SeedRow
  let key: String
  /// The fact table of its measures.
  let table: String
  let time: PublishedTime
  /// Dimension ids in the order of the columns.
  let dimensions: [Int]
  /// Measure ids in the order of the columns.
  let measures: [Int]
  let source: Int
  let scope: [Dataset.ScopeEntry]
  /// First and last period held, as codes.
  let first: Int
  let last: Int
  let rounding: Int
  let isComplete: Bool
  let rank: Int
  /// Whether its fiscal year 1976 has 15 months.
  let hasTransitionQuarter: Bool
  let isSuperseded: Bool

  init(_ row: SeedRow, in loader: SeedLoader) throws {
    self.row = row
    key = row["id"]
    source = try loader.sources.number(of: row["source"], in: row, column: "source")
    _ = try row.required("title")
    let words = ["fy", "month", "cy", "date", "span"]
    guard let time = PublishedTime(rawValue: try row.word("time", of: words)) else {
      preconditionFailure("a unit of time is known to the seed loader and not to the catalog")
    }
    self.time = time
    (measures, table) = try Self.measures(of: row, in: loader)
    dimensions = try Self.dimensions(of: row, table: table, in: loader)
    scope = try Self.scope(of: row, dimensions: dimensions, in: loader)
    first = try Self.period("from", of: row, time: time)
    last = try Self.period("to", of: row, time: time)
    guard first <= last else { throw row.error("to", "lies before `from`") }
    rounding = try Self.rounding(of: row)
    _ = try row.word("absent", of: ["zero", "small", "within_other", "unknown"])
    isComplete = try row.word("complete", of: ["yes", "no"]) == "yes"
    rank = try row.wholeNumber("rank", in: 0...1_000_000)
    hasTransitionQuarter = try Self.hasTransitionQuarter(row, time)
    isSuperseded = try row.word("status", of: ["current", "superseded"]) == "superseded"
    guard isSuperseded || row["superseded_by"].isEmpty else {
      throw row.error("superseded_by", "the table is current")
    }
  }

  private static func measures(
    of row: SeedRow,
    in loader: SeedLoader
  ) throws -> (ids: [Int], table: String) {
    _ = try row.required("measures")
    let ids = try loader.measureKeys.all(row, "measures")
    let table = loader.measures[ids[0] - 1].table
    for measure in ids.map({ loader.measures[$0 - 1] }) {
      guard measure.isStored else {
        throw row.error("measures", "`\(measure.key)` is computed by a formula and never stored")
      }
      guard measure.table == table else {
        let message = "`\(measure.key)` is of another subject than the first measure"
        throw row.error("measures", message)
      }
    }
    guard ids.count <= mostMeasures else {
      throw row.error("measures", "more than \(mostMeasures) measures in one table")
    }
    return (ids, table)
  }

  private static func dimensions(
    of row: SeedRow,
    table: String,
    in loader: SeedLoader
  ) throws -> [Int] {
    let columns = try loader.factColumns(of: table)
    return try loader.dimensionKeys.all(row, "dimensions").map { id in
      let key = loader.dimensions[id - 1].key
      guard columns.contains(key) else {
        let message = "the fact table `\(table)` of the schema has no column `\(key)`"
        throw row.error("dimensions", message)
      }
      return id
    }
  }

  /// Members that hold for the whole table. A dimension cannot be both a column and fixed.
  private static func scope(
    of row: SeedRow,
    dimensions: [Int],
    in loader: SeedLoader
  ) throws -> [Dataset.ScopeEntry] {
    let filters = try loader.filters(of: row, "scope")
    var fixed = Set(dimensions)
    for filter in filters where !fixed.insert(filter.dimension).inserted {
      let key = loader.dimensions[filter.dimension - 1].key
      throw row.error("scope", "dimension \(key) is a column of the table or is named twice")
    }
    return filters.compactMap { filter in
      filter.member.map { Dataset.ScopeEntry(dimension: filter.dimension, member: $0) }
    }
  }

  private static func period(
    _ column: String,
    of row: SeedRow,
    time: PublishedTime
  ) throws -> Int {
    guard let code = time.code(of: row[column]) else {
      throw row.error(column, "`\(row[column])` is not a period like \(time.example)")
    }
    return code
  }

  private static func hasTransitionQuarter(_ row: SeedRow, _ time: PublishedTime) throws -> Bool {
    let word = try row.word("transition_quarter", of: ["", "yes"])
    guard word.isEmpty || time == .fiscalYear else {
      throw row.error("transition_quarter", "only a table by fiscal year has a year of 15 months")
    }
    return !word.isEmpty
  }

  private static func rounding(of row: SeedRow) throws -> Int {
    guard let exponent = (0...7).first(where: { String(powerOfTen($0)) == row["rounding"] }) else {
      throw row.error("rounding", "`\(row["rounding"])` is not 1, 10, 100, … or 10000000")
    }
    return powerOfTen(exponent)
  }
}

/// The number of bits of `withheld`, without the sign bit.
private let mostMeasures = 63
