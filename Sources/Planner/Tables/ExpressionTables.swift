import Catalog
import QueryLanguage

/// Chooses the same days for all parts of one expression, and one table where a table answers all
/// of them for a period.
///
/// Dividing eleven months by twelve would give a wrong ratio.
final class ExpressionTables {
  private let supply: [FigureTables]
  /// What was found for the rows of an expression, since every part of it needs the same.
  private var known: [(parts: [Int], days: DaySet, spans: [Span])] = []

  /// The tables that answer the row whose finer periods were looked up last.
  private var knownRow: (figure: Int, days: DaySet, group: Group?)?

  /// Days that are answered together, and the table that answers them; `nil` when each part has a
  /// different one.
  private struct Span {
    let days: DaySet
    let table: Int?
  }

  init(_ supply: [FigureTables]) {
    self.supply = supply
  }

  /// The datasets for a figure and a row; inside a fold, those of its finer periods.
  func uses(of index: Int, forRow piece: RowPeriod, _ query: ResolvedQuery) -> [TableDays] {
    guard let fold = supply[index].figure.fold else { return uses(of: index, for: piece.days) }
    return piece.pieces(by: query.folds[fold].unit).flatMap {
      uses(of: index, for: $0.days, partOf: piece.days)
    }
  }

  /// The datasets for a figure and a finer period of a row.
  func uses(of index: Int, for days: DaySet, partOf row: DaySet) -> [TableDays] {
    guard partners(of: index).count <= 1, days != row else { return uses(of: index, for: days) }
    if knownRow?.figure != index || knownRow?.days != row {
      knownRow = (index, row, supply[index].group(forPartsOf: row))
    }
    let own = knownRow?.group?.uses(for: days) ?? []
    return own.isEmpty ? uses(of: index, for: days) : own
  }

  /// The datasets for a figure and the days of a row.
  func uses(of index: Int, for days: DaySet) -> [TableDays] {
    let own = supply[index]
    let parts = partners(of: index)
    guard parts.count > 1 else { return own.uses(for: days) }
    return spans(parts, days).flatMap { span in
      span.table.map { own.uses(for: span.days, table: $0) } ?? own.uses(for: span.days)
    }
  }

  private func spans(_ parts: [Int], _ days: DaySet) -> [Span] {
    if let found = known.first(where: { $0.days == days && $0.parts == parts }) {
      return found.spans
    }
    let spans = spansNotKnown(parts, days)
    known.append((parts, days, spans))
    return spans
  }

  private func spansNotKnown(_ parts: [Int], _ days: DaySet) -> [Span] {
    let common = common(parts, days)
    if let shared = shared(parts, days, atLeast: common) {
      return [Span(days: shared.days, table: shared.table)]
    }
    // A row of several years is answered year by year.
    let years = common.ranges.flatMap { Period.all(.fiscalYear, touching: $0) }
    let parted = years.count > 1 ? years.map { common.intersection($0.days) } : [common]
    return parted.map { span in
      shared(parts, span, atLeast: span).map { Span(days: $0.days, table: $0.table) }
        ?? Span(days: span, table: nil)
    }
  }

  /// The figures counted over time that are in one expression and not broken down by source.
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

  /// The days that every part holds; days on which a part could not exist are ignored for it.
  private func common(_ parts: [Int], _ days: DaySet) -> DaySet {
    parts.reduce(days) { $0.intersection(held(supply[$1].uses(for: days), supply[$1], days)) }
  }

  private func held(_ uses: [TableDays], _ part: FigureTables, _ days: DaySet) -> DaySet {
    uses.days.union(days.subtracting(DaySet([part.figure.measure.existence])))
  }

  /// The best table that answers every part for as many days as all tables together do, with those
  /// days.
  private func shared(
    _ parts: [Int],
    _ days: DaySet,
    atLeast wanted: DaySet
  ) -> (table: Int, days: DaySet)? {
    guard let first = parts.first, !wanted.isEmpty else { return nil }
    for table in supply[first].tables(for: days)
    // A row needs all parts: where one has no better table, the others tell no more beside it.
    where parts.contains(where: { supply[$0].isAnswered(by: table, for: days) })
      || !parts.contains(where: { supply[$0].tellsLess(table, for: days) })
    {
      let own = parts.reduce(days) { days, part in
        days.intersection(held(supply[part].uses(for: days, table: table), supply[part], days))
      }
      let isThere = parts.allSatisfy { !supply[$0].uses(for: own, table: table).isEmpty }
      if isThere, own.dayCount >= wanted.dayCount { return (table, own) }
    }
    return nil
  }
}

extension Measure {
  fileprivate var isCountedOverTime: Bool { kind == .flow || kind == .average }
}
