import Catalog
package import Planner
package import QueryLanguage

/// What one dataset holds of a figure, period by period: the sums, and how exact they are.
///
/// Periods are those of the dataset; spans that overlap read the same rows.
package struct EvidenceSQL: Sendable {
  package let sql: String

  /// The columns, in order.
  package enum EvidenceColumn: Int, Sendable {
    /// The code of the dataset's period.
    case period
    /// As in the fact tables; each hedge has a separate row. `NULL` where no cell has one.
    case hedge
    /// `NULL` when no cell has a number.
    case sum
    /// Number of cells with a number.
    case cells
    /// Number of cells withheld by the publisher.
    case withheld
    /// Number of cells without a number, withheld ones included.
    case empty
    /// The value of the dimension that the rows are broken down by, where they are.
    case member
  }

  /// With `keys`, for each value of one dimension.
  package init(
    of figure: FigurePlan,
    in segment: Segment,
    by keys: [ResolvedQuery.Key] = []
  ) {
    let measure = figure.figure.measure
    let own = SegmentSQL(
      segment: segment,
      keys: keys,
      pieces: [],
      columns: [FigureColumn(sideSumOf: measure)]
    )
    let dataset = segment.candidate.dataset
    // The uncertainty of a sum of rounded cells depends on how many there are, which only the table
    // itself tells.
    let table = dataset.rounding > 1 ? dataset.table : dataset.id
    let value: SQLFragment = "\(column: measure.key, of: own.table)"
    let period: SQLFragment = "\(column: "period", of: own.table)"
    // Rows come in the order of their periods: grouped by these alone they need no sorting.
    let isHedged = segment.candidate.holding.hedged > 0
    let hedge: SQLFragment = isHedged ? "\(column: "hedge", of: own.table)" : "NULL"
    let position = segment.candidate.holding.position
    let broken = own.keyExpressions(time: nil)
    let names = broken.map { ",\n    \($0)" as SQLFragment }.joined(separator: "")
    let places = broken.indices.map { ", \($0 + 7)" as SQLFragment }.joined(separator: "")
    let tables = (["\(name: own.table)"] + own.joins).joined(separator: "\n")
    let statement: SQLFragment = """
      SELECT \(period), \(hedge), sum(\(value)), count(\(value)),
        sum(\(column: "withheld", of: own.table) >> \(position) & 1), sum(\(value) IS NULL)\(names)
      FROM \(tables)
      WHERE \(own.conditions(segment.days, in: table).joined(separator: "\n  AND "))
      GROUP BY 1\(isHedged ? ", 2" : "")\(places)
      """
    sql = statement.sql
  }
}
