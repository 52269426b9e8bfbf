import Catalog
import Planner
import QueryLanguage

/// The keys of rows, and the tables that they are found in.
extension SegmentSQL {
  func keyExpressions(time: [Int]?) -> [SQLFragment] {
    var dimensions = candidate.keys.makeIterator()
    var constants = time?.makeIterator()
    return keys.map { key in
      switch key {
      case .time(let unit):
        if let code = constants?.next() { return "\(code)" }
        return timeExpression(unit)
      case .administration: return constants?.next().map { "\($0)" } ?? "0"
      case .source: return "\(candidate.dataset.source)"
      case .dimension: return dimensions.next().map(dimensionExpression) ?? "0"
      }
    }
  }

  func dimensionExpression(_ access: Candidate.KeyAccess) -> SQLFragment {
    switch access {
    case .column(let dimension): "\(column: dimension.key, of: table)"
    case .parent(let child): "\(column: "parent", of: "\(child.key) member")"
    case .constant(let member): "\(member)"
    }
  }

  /// The code of the period of a unit that contains a row's period. Monthly tables and dates all
  /// lie after 1976, where fiscal years begin in October.
  func timeExpression(_ unit: TimeUnit) -> SQLFragment {
    let period: SQLFragment = "\(column: "period", of: table)"
    let month: SQLFragment
    switch candidate.dataset.time {
    case .fiscalYear, .calendarYear, .span: return period
    case .month: month = period
    case .date: month = "\(period) / 100"
    }
    switch unit {
    case .fiscalYear: return "(\(month) + 90) / 100"
    case .quarter: return "(\(month) + 90) / 100 * 10 + (\(month) % 100 + 2) / 3 % 4 + 1"
    case .month: return month
    case .calendarYear: return "\(month) / 100"
    case .day: return period
    }
  }
}
