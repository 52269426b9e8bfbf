import Catalog
import QueryLanguage

extension Condition {
  /// The condition over the columns of a fact table.
  func sql(in table: String) -> SQLFragment {
    switch self {
    case .test(let test): return test.sql(in: table)
    case .all(let parts): return "(\(parts.map { $0.sql(in: table) }.joined(separator: " AND ")))"
    case .either(let parts):
      return "(\(parts.map { $0.sql(in: table) }.joined(separator: " OR ")))"
    case .not(let inner): return "NOT (\(inner.sql(in: table)))"
    }
  }
}

extension Condition.Test {
  func sql(in table: String) -> SQLFragment {
    let own: SQLFragment = "\(column: dimension.key, of: table)"
    let ids = members.map { "\($0)" as SQLFragment }.joined(separator: ", ")
    if members.count == 1 { return isExcluded ? "\(own) <> \(ids)" : "\(own) = \(ids)" }
    return isExcluded ? "\(own) NOT IN (\(ids))" : "\(own) IN (\(ids))"
  }
}
