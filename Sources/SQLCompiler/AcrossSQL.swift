import Catalog
import Planner
import QueryLanguage

/// The values that `across` makes columns of, in their order: from the largest, then what is not
/// listed separately.
struct AcrossSQL {
  private let plan: QueryPlan
  private let main: FrameSQL
  let key: ResolvedQuery.Key

  /// `nil` when columns are periods, whose order is known.
  init?(_ plan: QueryPlan, _ main: FrameSQL) {
    guard plan.query.isAcross, let key = plan.query.keys.last, key.dimension != nil else {
      return nil
    }
    self.plan = plan
    self.main = main
    self.key = key
  }

  static let name = "columns"
  static let placeName = "column"

  var table: SQLFragment {
    let own: SQLFragment = "\(name: key.column)"
    let size = Aggregate(plan, main, rows: main.rows).sql(plan.query.columns[0])
    let asked: SQLFragment = main.has("asked") ? "\nWHERE \(column: "asked", of: main.rows)" : ""
    return """
      \(name: Self.name) AS (
        SELECT \(own), row_number() OVER (
          ORDER BY coalesce("member"."rest", 3), "size" DESC NULLS LAST, "member"."name"
        ) AS \(name: Self.placeName)
        FROM (
          SELECT \(own), \(size) AS "size"
          FROM \(name: main.rows)\(asked)
          GROUP BY \(own)
        )
        LEFT JOIN "member" ON "member"."id" = \(own)
      )
      """
  }

  /// The place of a row's column; rows that sum up others come last.
  func place(in rows: String) -> SQLFragment {
    "coalesce(\(name: Self.name).\"column\", 1000000 - \(column: key.column, of: rows))"
  }
}
