import Catalog
import Planner
import QueryLanguage

/// Which facts are read.
extension SegmentSQL {
  func conditions(_ days: DaySet, in dataset: Int? = nil) -> [SQLFragment] {
    var conditions: [SQLFragment] = [
      "\(column: "dataset", of: table) = \(dataset ?? candidate.dataset.id)",
      periods(days),
    ]
    if let condition = candidate.condition {
      conditions += condition.conjuncts.map { $0.sql(in: table) }
    }
    return conditions
  }

  func periods(_ days: DaySet) -> SQLFragment {
    let period: SQLFragment = "\(column: "period", of: table)"
    let ranges = days.ranges.map {
      (first: candidate.code(of: $0.first), last: candidate.lastCode(in: $0))
    }
    if ranges.count > 1, ranges.allSatisfy({ $0.first == $0.last }) {
      let codes = ranges.map { "\($0.first)" as SQLFragment }
      return "\(period) IN (\(codes.joined(separator: ", ")))"
    }
    let tests = ranges.map { range -> SQLFragment in
      range.first == range.last
        ? "\(period) = \(range.first)" : "\(period) BETWEEN \(range.first) AND \(range.last)"
    }
    return tests.count == 1 ? tests[0] : "(\(tests.alternatives))"
  }
}
