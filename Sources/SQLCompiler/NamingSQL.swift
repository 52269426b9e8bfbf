import Catalog
import Planner
import QueryLanguage

/// Whether the tables that answer a row never name its value, which is unknown there and not zero.
struct NamingSQL {
  /// The column of the periods that tells which tables answer each of them.
  let column: PeriodsTable.PeriodColumn
  private let groups: [Naming.TablesTogether]
  private let keys: [ResolvedQuery.Key]

  /// `nil` where the tables of every period name every value. `candidates` gives those of a period.
  init?(
    _ figure: FigureColumn,
    _ own: FigurePlan,
    pieceCount: Int,
    keys: [ResolvedQuery.Key],
    _ naming: Naming?
  ) {
    guard let naming else { return nil }
    var groups: [Naming.TablesTogether] = []
    var places: [Int] = []
    for piece in 0..<pieceCount {
      guard let group = naming.group(of: own, piece), !group.unnamed.allSatisfy(\.isEmpty) else {
        places.append(0)
        continue
      }
      let known = groups.firstIndex { $0.tables == group.tables } ?? groups.count
      if known == groups.count { groups.append(group) }
      places.append(known + 1)
    }
    guard !groups.isEmpty else { return nil }
    self.groups = groups
    self.keys = keys.filter { $0.dimension != nil }
    column = PeriodsTable.PeriodColumn(
      name: figure.namingName,
      values: places.map { "\($0)" }
    )
  }

  /// Whether some rows are put together from tables that name different values.
  var mixesTables: Bool { groups.contains { $0.tables.count > 1 } }

  /// Whether a table of the row's period never names a value of the row. `keyOf` writes a key of
  /// the row.
  func isUnknown(
    in periods: String,
    _ keyOf: (ResolvedQuery.Key) -> SQLFragment
  ) -> SQLFragment {
    cases(groups.indices.map { $0 }, in: periods, keyOf)
  }

  /// The same where other tables of the period may name it, so that the row has a part of its
  /// figure.
  func isUntold(in periods: String, _ keyOf: (ResolvedQuery.Key) -> SQLFragment) -> SQLFragment {
    cases(groups.indices.filter { groups[$0].tables.count > 1 }, in: periods, keyOf)
  }

  private func cases(
    _ own: [Int],
    in periods: String,
    _ keyOf: (ResolvedQuery.Key) -> SQLFragment
  ) -> SQLFragment {
    let cases = own.map { index -> SQLFragment in
      let tests = zip(keys, groups[index].unnamed).filter { !$0.1.isEmpty }.map { key, ids in
        "\(keyOf(key)) IN (\(ids.elements.map { "\($0)" as SQLFragment }.joined(separator: ", ")))"
          as SQLFragment
      }
      return "WHEN \(index + 1) THEN \(tests.joined(separator: " OR "))"
    }
    return """
      CASE \(column: column.name, of: periods) \(cases.joined(separator: " ")) ELSE 0 END
      """
  }
}
