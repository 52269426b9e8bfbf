import Catalog
import Planner
import QueryLanguage

/// The values that `top` or `bottom` keeps, ties included.
struct RankingSQL {
  private let plan: QueryPlan
  private let main: FrameSQL
  private let query: ResolvedQuery
  private let rows: String

  init(_ plan: QueryPlan, _ main: FrameSQL) {
    self.plan = plan
    self.main = main
    query = plan.query
    rows = main.rows
  }

  var table: SQLFragment {
    let names = query.rankedKeys.map { "\(name: $0.column)" as SQLFragment }.joined(separator: ", ")
    let order: SQLFragment = query.ranking?.isTop == false ? "ASC" : "DESC"
    let sizes = query.lastDimension?.dimension == nil ? sizesOfPeriods(names) : sizesOfValues
    return """
      "ranks" AS (
        SELECT \(names), rank() OVER (ORDER BY "size" \(order)) AS "rank"
        FROM (
      \(sizes.indented.indented)
        )
        WHERE "size" IS NOT NULL
      )
      """
  }

  private var sizesOfValues: SQLFragment {
    guard let key = query.lastDimension else { return "" }
    let own: SQLFragment = "\(column: key.column, of: rows)"
    let total = Aggregate(plan, main, rows: rows).sql(query.columns[0])
    let tests = (["\"member\".\"rest\" = 0"] + unranked(own) + conditions).joined(
      separator: " AND "
    )
    return """
      SELECT \(own), \(total) AS "size"
      FROM \(name: rows) JOIN "member" ON "member"."id" = \(own)
      WHERE \(tests)
      GROUP BY \(own)
      """
  }

  /// A value that did not exist, or is not known in some row, has no size.
  private func unranked(_ own: SQLFragment) -> [SQLFragment] {
    let ids = plan.unranked.all.elements
    guard !ids.isEmpty else { return [] }
    return ["\(own) NOT IN (\(ids.map { "\($0)" as SQLFragment }.joined(separator: ", ")))"]
  }

  /// In `bottom`, partial periods are not ranked: they are small because they are short.
  private func sizesOfPeriods(_ names: SQLFragment) -> SQLFragment {
    let value = RowValues(plan, main).sql(query.columns[0])
    let all: SQLFragment = "SELECT \(names), \(value) AS \"size\" FROM \(name: rows)"
    var tests = conditions
    let partial = plan.pieces.indices.filter(plan.isPartial).map { plan.pieces[$0] }
    if query.ranking?.isTop == false, !partial.isEmpty {
      let isPartial = partial.map { query.isAbout($0, in: rows) }.alternatives
      tests.append("NOT (\(isPartial))")
    }
    return tests.isEmpty ? all : "\(all)\nWHERE \(tests.joined(separator: " AND "))"
  }

  /// Only rows of the answer that pass the tests of their figures are ranked.
  private var conditions: [SQLFragment] {
    let asked: [SQLFragment] = main.has("asked") ? ["\(column: "asked", of: rows)"] : []
    return asked
      + query.tests.compactMap { test in
        guard let column = test.ownColumn(query) else { return nil }
        return test.sql(RowValues(plan, main).sql(query.columns[column]))
      }
  }
}

extension ResolvedQuery.RowTest {
  /// The column that it judges by its own figure; `nil` for what is computed over several rows.
  fileprivate func ownColumn(_ query: ResolvedQuery) -> Int? {
    switch subject {
    case .column(let index): return index
    case .output(let index):
      let output = query.outputs[index]
      return output.content == .value && query.per == nil ? output.column : nil
    }
  }

  /// The test of a value.
  func sql(_ value: SQLFragment) -> SQLFragment {
    let number: SQLFragment =
      self.number.denominator == 1
      ? "\(self.number.numerator)" : "\(self.number.numerator) * 1.0 / \(self.number.denominator)"
    switch comparison {
    case .equal: return "\(value) = \(number)"
    case .notEqual: return "\(value) <> \(number)"
    case .less: return "\(value) < \(number)"
    case .lessOrEqual: return "\(value) <= \(number)"
    case .greater: return "\(value) > \(number)"
    case .greaterOrEqual: return "\(value) >= \(number)"
    }
  }
}
