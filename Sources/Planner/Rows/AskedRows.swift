import Catalog
import Diagnostics
import QueryLanguage

/// The rows in time that a question asks for, given what the data hold.
struct AskedRows {
  let pieces: [RowPeriod]
  /// The days asked for, ended by the data where the question is open.
  let days: DaySet
  /// The same where the data have none of them: then those that were named.
  let named: DaySet
  /// What was assumed.
  private(set) var assumptions: [String] = []
  /// How periods were given to administrations, when the rows are broken down by them.
  private(set) var administrations: Administrations?

  init(
    of query: ResolvedQuery,
    _ supply: [FigureTables],
    _ catalog: any CatalogReader
  ) throws(Refusal) {
    guard let extent = supply.extent else {
      days = DaySet([])
      named = days
      pieces = []
      return
    }
    let units = query.keys.compactMap(\.timeUnit)
    var selected = query.days ?? .always
    for relative in query.relativePeriods {
      let (range, assumption) = try Self.range(of: relative, query, supply, extent, catalog)
      selected = selected.intersection(range)
      assumptions.append(assumption)
      if selected.isEmpty { throw Refusal(.nothingShared(assumption, query)) }
    }
    if query.isYearToDate {
      let (months, assumption) = try YearToDate(query, supply, extent).days()
      selected = selected.intersection(months)
      assumptions.append(assumption)
      if selected.isEmpty { throw Refusal(.nothingShared(assumption, query)) }
    }
    let isByAdministration = query.keys.contains(.administration)
    // Periods go whole to an administration, so those in which the data end are not cut. Finer
    // periods in which the data begin or end are whole, too.
    let finer = (isByAdministration ? [.month] : []) + query.folds.map(\.unit)
    days = Self.closed(selected, at: extent, units + finer)
    named = days.isEmpty ? Self.closed(selected, at: extent, []) : days
    guard isByAdministration else {
      pieces = RowPeriod.all(units, in: days)
      return
    }
    var administrations = Administrations(catalog)
    pieces = administrations.pieces(of: query, supply, in: days, asked: selected)
    self.administrations = administrations
  }

  /// Ends an open period with the data; one that is closed keeps its days, held or not.
  private static func closed(_ days: DaySet, at extent: DayRange, _ units: [TimeUnit]) -> DaySet {
    guard units.isEmpty else {
      // Whole periods that the data touch: a year held in part is shown as partial.
      let first =
        units.map { Period($0, containing: extent.first).days.first }.min() ?? extent.first
      let last = units.map { Period($0, containing: extent.last).days.last }.max() ?? extent.last
      return days.intersection(DayRange(first, last))
    }
    return DaySet(days.ranges.map { $0.closed(at: extent) })
  }

  // MARK: Periods named by what the data hold

  private static func range(
    of relative: ResolvedQuery.RelativePeriod,
    _ query: ResolvedQuery,
    _ supply: [FigureTables],
    _ extent: DayRange,
    _ catalog: any CatalogReader
  ) throws(Refusal) -> (DaySet, String) {
    let finest = supply.map(\.finestUnit).max() ?? .fiscalYear
    switch relative {
    case .latest(let named):
      let asked = named ?? query.keys.compactMap(\.timeUnit).min()
      let period = try lastComplete(asked ?? finest, query, supply, extent)
      return (DaySet([period.days]), latest(period, asked == nil ? extent : nil))
    case .last(let count, let unit):
      let last = try lastComplete(unit, query, supply, extent)
      let earliest = Period(unit, containing: extent.first)
      let first = max(last.advanced(by: 1 - count), earliest)
      let label = count == 1 ? last.label : "\(first.label) – \(last.label)"
      return (
        DaySet([.from(first, to: last)]), "last \(unit.name)\(count == 1 ? "" : "s"): \(label)"
      )
    case .under(let chosen):
      var administrations = Administrations(catalog)
      let units = query.keys.compactMap(\.timeUnit) + query.folds.map(\.unit)
      let days = administrations.days(of: chosen, units, supply, in: extent)
      return (days, administrations.assumption(on: chosen, days))
    }
  }

  /// The newest period in words; where nobody named its unit, with the newer days that are held of
  /// one that is not whole.
  private static func latest(_ period: Period, _ extent: DayRange?) -> String {
    guard let extent, extent.last > period.days.last else {
      return "latest: \(period.label)"
    }
    let newer = DayRange(period.days.last.next, extent.last)
    return "latest: \(period.label); newer days in part: \(shortDates(of: newer))"
  }

  /// The newest period of a unit that every figure holds whole.
  static func lastComplete(
    _ unit: TimeUnit,
    _ query: ResolvedQuery,
    _ supply: [FigureTables],
    _ extent: DayRange
  ) throws(Refusal) -> Period {
    for (index, figure) in supply.enumerated() {
      guard figure.candidates.contains(where: { $0.serves(unit) }) else {
        throw .notPublished(by: unit, query.column(of: index), figure.candidates)
      }
    }
    var period = Period(unit, containing: extent.last)
    while period.days.last >= extent.first {
      let range = period.days
      if supply.allSatisfy({ $0.covers(range) }) { return period }
      period = period.previous
    }
    throw .lackOfData(
      "no-complete-period",
      "no \(unit.name) is complete for every column",
      at: query.columns[0].span,
      hint: "held: \(dates(of: extent))",
      instead: [query.query.within(extent, at: query.columns[0].span)]
    )
  }
}

extension Diagnostic {
  /// A period named by what the data hold shares no day with the others.
  fileprivate static func nothingShared(
    _ assumption: String,
    _ query: ResolvedQuery
  ) -> Diagnostic {
    Diagnostic(
      "no-common-period",
      "the periods named have no day in common: \(assumption)",
      at: query.periodSpan ?? query.columns[0].span,
      hint: "drop one of them"
    )
  }
}
