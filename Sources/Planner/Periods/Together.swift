import Catalog
import QueryLanguage

/// Takes the parts of one expression from one table where one answers all of them for a period.
struct Together {
  private let supply: [Supply]

  init(_ supply: [Supply]) {
    self.supply = supply
  }

  /// The datasets for a figure and the days of a row.
  func uses(of index: Int, for days: DaySet) -> [Use] {
    let own = supply[index]
    let others = partners(of: index)
    guard others.count > 1 else { return own.uses(for: days) }
    if let shared = shared(others, days) { return own.uses(for: days, table: shared) }
    let years = days.ranges.flatMap { Period.all(.fiscalYear, touching: $0) }
    guard years.count > 1 else { return own.uses(for: days) }
    // A row of several years is put together year by year.
    let parts = years.map { days.intersection($0.days) }
    let tables = parts.map { shared(others, $0) }
    guard tables.contains(where: { $0 != nil }) else { return own.uses(for: days) }
    return zip(parts, tables).flatMap { part, table in
      table.map { own.uses(for: part, table: $0) } ?? own.uses(for: part)
    }
  }

  /// The figures counted over time that stand in one expression, and are not told by source.
  private func partners(of index: Int) -> [Int] {
    let own = supply[index].figure
    guard own.expression != nil, own.measure.isCountedOverTime, !supply[index].isBySource else {
      return []
    }
    return supply.indices.filter { other in
      let figure = supply[other].figure
      return figure.expression == own.expression && figure.fold == own.fold
        && figure.measure.isCountedOverTime
    }
  }

  /// The best table that answers as many days of every part as all tables do; `nil` when none does.
  private func shared(_ parts: [Int], _ days: DaySet) -> Int? {
    let wanted = parts.map { supply[$0].uses(for: days).days }
    guard let first = parts.first, wanted.allSatisfy({ !$0.isEmpty }) else { return nil }
    var tried = IDSet()
    for candidate in supply[first].candidates {
      let table = candidate.dataset.table
      guard !tried.contains(table) else { continue }
      tried.insert(table)
      let isEnough = zip(parts, wanted).allSatisfy { part, wanted in
        supply[part].uses(for: days, table: table).days == wanted
      }
      if isEnough { return table }
    }
    return nil
  }
}

extension Measure {
  fileprivate var isCountedOverTime: Bool { kind == .flow || kind == .average }
}

extension Dataset {
  /// The published table that it is, or that it sums.
  package var table: Int { rollupOf == 0 ? id : rollupOf }
}
