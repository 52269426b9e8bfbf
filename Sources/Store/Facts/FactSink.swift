import Catalog
internal import Importing

/// Writes the rows of one dataset into its fact table, in the order of the table's key, and
/// summarizes them.
final class FactSink: TableRowSink {
  private(set) var summary: FactsSummary
  /// The sum of the rows, where it is wanted.
  private(set) var sum: RowSum?
  private let record: DatasetRecord
  private let database: Database
  private let rows: BulkInsertion
  private let members: [[Int]]
  private let measureCount: Int
  private let hasHedges: Bool
  /// Called now and then while rows come, and stops by throwing.
  private let watch: () throws -> Void

  /// `hasHedges`: whether a row may have one; `isSummed`: whether there is to be a ``sum``. Columns
  /// of the fact table that the dataset does not fill hold 0.
  init(
    _ record: DatasetRecord,
    hasHedges: Bool,
    isSummed: Bool = false,
    _ database: Database,
    watch: @escaping () throws -> Void = {}
  ) throws(DatabaseError) {
    self.record = record
    self.database = database
    self.hasHedges = hasHedges
    self.watch = watch
    members = record.dimensions.map(\.members)
    measureCount = record.measures.count
    summary = FactsSummary(record)
    sum = isSummed ? RowSum() : nil
    let columns = Self.columns(record.dimensions.map(\.key), record.measures.map(\.key))
      .dropLast(hasHedges ? 0 : 1)
    let zeros = try database.requiredColumns(of: record.table.facts).filter {
      $0 != "dataset" && !columns.contains($0)
    }
    rows = BulkInsertion(
      into: record.table.facts,
      columns: Array(columns),
      fixed: [("dataset", record.id)] + zeros.map { ($0, 0) },
      database
    )
  }

  /// The columns that a dataset fills, by the keys of its dimensions and measures.
  static func columns(_ dimensions: [String], _ measures: [String]) -> [String] {
    ["period"] + dimensions + measures + ["withheld", "hedge"]
  }

  /// Takes all rows that `give` gives, and writes them.
  func fill(_ give: (FactSink) throws -> Void) throws {
    try give(self)
    try rows.finish()
  }

  func take(_ row: TableRow) throws {
    if summary.size % 8_192 == 8_191 { try watch() }
    rows.add(row.period)
    for (dimension, place) in row.places.enumerated() { rows.add(members[dimension][Int(place)]) }
    var withheld = 0
    for measure in 0..<measureCount {
      rows.add(row.hasNumber(measure) ? Int(row.figures[measure]) : nil)
      if row.isWithheld(measure) { withheld |= 1 << measure }
    }
    rows.add(withheld)
    if hasHedges { rows.add(Int(row.hedge)) }
    try rows.endRow()
    summary.add(row)
    sum?.add(row, members, measureCount, withheld, hasHedges: hasHedges)
  }

  /// Compares what SQLite adds up of a rollup, as it is stored, with the sums of its base.
  func check(addsUpTo sums: [Int]) throws {
    let own = record.measures.map { "sum(\($0.key.inDoubleQuotes))" } + ["sum(1)"]
    let statement = try database.prepare(
      """
      SELECT \(own.joined(separator: ", "))
      FROM \(record.table.facts.inDoubleQuotes)
      WHERE dataset = \(record.id)
      """
    )
    guard try statement.step(),
      (sums + [summary.size]).enumerated().allSatisfy({ statement.integer(at: $0) == $1 })
    else {
      preconditionFailure("the rollup \(record.key) does not add up to its base")
    }
  }
}

extension RowSum {
  /// A row as the columns of ``FactSink`` hold it.
  fileprivate mutating func add(
    _ row: TableRow,
    _ members: [[Int]],
    _ measureCount: Int,
    _ withheld: Int,
    hasHedges: Bool
  ) {
    add(row.period)
    for (dimension, place) in row.places.enumerated() { add(members[dimension][Int(place)]) }
    for measure in 0..<measureCount {
      if row.hasNumber(measure) { add(Int(row.figures[measure])) } else { addEmpty() }
    }
    add(withheld)
    if hasHedges { add(Int(row.hedge)) } else { addEmpty() }
    endRow()
  }
}
