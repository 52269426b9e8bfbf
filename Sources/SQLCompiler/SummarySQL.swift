import Catalog
import Planner
import QueryLanguage

/// Rows that sum up others: those that `top` or `bottom` leaves out, and all of them.
struct SummarySQL {
  private let plan: QueryPlan
  private let query: ResolvedQuery
  private let steps: Steps

  init(_ plan: QueryPlan, _ steps: Steps) {
    self.plan = plan
    self.steps = steps
    query = plan.query
  }

  /// 0 in rows of figures, 1 in the row of the others, 2 in the total.
  static let column = "summary"
  /// The code used in place of a value's id for the values that `top` leaves out together, and for
  /// all values together.
  static let others = -1
  static let total = -2

  static func name(of rows: String) -> String { "all \(rows)" }

  func table(of frame: FrameSQL) -> SQLFragment {
    var selects: [SQLFragment] = [all(frame)]
    if query.extras.others != nil { selects.append(summary(frame, Self.others)) }
    if query.extras.total != nil { selects.append(summary(frame, Self.total)) }
    return """
      \(name: Self.name(of: frame.rows)) AS (
      \(selects.joined(separator: "\nUNION ALL\n").indented)
      )
      """
  }

  private func all(_ frame: FrameSQL) -> SQLFragment {
    let keys = query.keys.map { "\(name: $0.column)" as SQLFragment }
    let columns = frame.columns.map { "\(name: $0)" as SQLFragment }
    return """
      SELECT \((keys + columns + ["0 AS \(name: Self.column)"]).joined(separator: ", "))
      FROM \(name: frame.rows)
      """
  }

  private func summary(_ frame: FrameSQL, _ mark: Int) -> SQLFragment {
    let ranked = query.rankedKeys
    let isTimeAlone = query.lastDimension?.dimension == nil
    let keys = query.keys.map { key -> SQLFragment in
      guard ranked.contains(key) else { return "\(name: key.column)" }
      return isTimeAlone ? "NULL" : "\(mark)"
    }
    let columns = frame.columns.map { combined($0, frame) }
    var lines: [SQLFragment] = [
      "SELECT \((keys + columns + ["\(-mark)"]).joined(separator: ", "))",
      "FROM \(name: frame.rows)",
    ]
    let conditions = conditions(frame, mark, isTimeAlone)
    if !conditions.isEmpty { lines.append("WHERE \(conditions.joined(separator: " AND "))") }
    lines.append(grouping(frame, isTimeAlone))
    return lines.joined(separator: "\n")
  }

  /// A column of the rows over several of them.
  private func combined(_ column: String, _ frame: FrameSQL) -> SQLFragment {
    let own: SQLFragment = "\(column: column, of: frame.rows)"
    switch column {
    case "place", "asked", FrameSQL.present: return "max(\(own))"
    // Summed over time, the days of the rows add up; summed over values, they are the same days.
    case _ where PerSQL.isName(column) && query.lastDimension?.dimension == nil:
      return "sum(\(own))"
    default:
      let figure = frame.figures.first { $0.names.contains(column) }
      return figure.map { $0.combining(name: column, own) } ?? "max(\(own))"
    }
  }

  private func conditions(
    _ frame: FrameSQL,
    _ mark: Int,
    _ isTimeAlone: Bool
  ) -> [SQLFragment] {
    var conditions: [SQLFragment] = []
    if isTimeAlone, frame.has("asked") { conditions.append("\(column: "asked", of: frame.rows)") }
    if mark == Self.others, let ranking = query.ranking {
      let names = query.rankedKeys.map { "\(name: $0.column)" as SQLFragment }
      let list = names.joined(separator: ", ")
      let own = names.count == 1 ? list : "(\(list))"
      conditions.append(
        "\(own) NOT IN (SELECT \(list) FROM \"ranks\" WHERE \"rank\" <= \(ranking.count))"
      )
    }
    return conditions
  }

  /// One row for each group; none where there is nothing to sum up.
  private func grouping(_ frame: FrameSQL, _ isTimeAlone: Bool) -> SQLFragment {
    var keys = query.groupKeys.map { "\(column: $0.column, of: frame.rows)" as SQLFragment }
    if !isTimeAlone, frame.has("place") { keys.append("\(column: "place", of: frame.rows)") }
    return keys.isEmpty ? "HAVING count(*) > 0" : "GROUP BY \(keys.joined(separator: ", "))"
  }
}
