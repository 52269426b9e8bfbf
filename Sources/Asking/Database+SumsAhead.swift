import SQLCompiler
import Store

extension Database {
  /// Makes the sums that a statement reads.
  func makeSums(_ ahead: SumsAhead, readBy sql: String) throws {
    for item in ahead.items where sql.contains("\"\(item.table)\"") {
      try addUp(item.facts, keys: item.keyCount, sums: item.sumCount, into: item.table)
    }
  }

  /// Drops the tables of sums.
  func dropSums(_ ahead: SumsAhead) {
    for item in ahead.items { dropSums(in: item.table) }
  }
}
