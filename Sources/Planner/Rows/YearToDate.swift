import Catalog
import Diagnostics
import QueryLanguage

/// The part of fiscal years that the latest one holds: like with like.
struct YearToDate {
  private let query: ResolvedQuery
  private let supply: [FigureTables]
  private let extent: DayRange

  init(_ query: ResolvedQuery, _ supply: [FigureTables], _ extent: DayRange) {
    self.query = query
    self.supply = supply
    self.extent = extent
  }

  /// The days, and what was assumed.
  func days() throws(Refusal) -> (DaySet, String) {
    let isOfEveryYear =
      query.keys.contains(.time(.fiscalYear)) || query.days != nil || !query.relativePeriods.isEmpty
    return isOfEveryYear ? try everyYear() : try latest()
  }

  // MARK: The latest year

  /// What the latest fiscal year holds from its first day on, for every figure of the question.
  private func latest() throws(Refusal) -> (DaySet, String) {
    var year = Period(.fiscalYear, containing: extent.last)
    while year.days.last >= extent.first {
      if let held = held(in: year) {
        return (DaySet([held]), "fiscal year to date: \(words(held)), \(year.label)")
      }
      year = year.previous
    }
    // Where the data begin within their only year, from their first month.
    let month = try AskedRows.lastComplete(.month, query, supply, extent)
    let begin = max(extent.first, Period(.fiscalYear, containing: month.days.first).days.first)
    let held = DayRange(Period(.month, containing: begin).days.first, month.days.last)
    return (DaySet([held]), "fiscal year to date: \(words(held))")
  }

  private func held(in year: Period) -> DayRange? {
    let ends = supply.map { $0.end(of: year) }
    let known = ends.compactMap { $0 }
    guard known.count == ends.count, let end = known.min() else { return nil }
    // For several figures, whole months only: they end on different days.
    let last =
      known.allSatisfy { $0 == end } || end.isLastOfMonth
      ? end : Period(.month, containing: end).days.first.previous
    return last < year.days.first ? nil : DayRange(year.days.first, last)
  }

  /// `October – July`, or dates where the last month is cut.
  private func words(_ held: DayRange) -> String {
    guard held.last.isLastOfMonth else { return dates(of: held) }
    let (first, last) = (monthName(held.first), monthName(held.last))
    return first == last ? first : "\(first) – \(last)"
  }

  // MARK: Every year

  /// The months that the latest year holds, of every fiscal year that holds all of them for some
  /// figure of the question.
  private func everyYear() throws(Refusal) -> (DaySet, String) {
    let month = try AskedRows.lastComplete(.month, query, supply, extent)
    let latest = Period(.fiscalYear, containing: month.days.first)
    let count = Period.all(.month, touching: DayRange(latest.days.first, month.days.last)).count
    let years = Period.all(.fiscalYear, touching: extent)
    let parts = years.map { year in
      let first = Period(.month, containing: year.days.first)
      return DayRange.from(first, to: first.advanced(by: count - 1))
    }
    let isAlike = parts.map { part in
      supply.contains { $0.covers(part) } && supply.allSatisfy { $0.holdsAllOrNothing(of: part) }
    }
    let asked = query.days ?? .always
    let short = years.indices.filter { index in
      !isAlike[index] && supply.contains { $0.holdsAny(of: DaySet([years[index].days])) }
        && !asked.intersection(parts[index]).isEmpty
    }
    let left =
      short.isEmpty ? "" : "; left out, held for fewer months: \(short.map { years[$0] }.listed)"
    let kept = parts.indices.filter { isAlike[$0] }.map { parts[$0] }
    let names = words(DayRange(latest.days.first, month.days.last))
    return (DaySet(kept), "fiscal year to date: \(names) of every fiscal year\(left)")
  }

  private func monthName(_ day: Day) -> String { monthNames[day.date.month - 1] }
}

extension FigureTables {
  /// Whether a range is held whole, as far as the figure could be counted in it, or not at all.
  fileprivate func holdsAllOrNothing(of range: DayRange) -> Bool {
    let held = uses(for: DaySet([range]))
    guard !held.isEmpty else { return true }
    switch figure.measure.kind {
    case .flow, .average:
      let possible = DaySet([range.intersection(figure.measure.existence)])
      return possible.subtracting(held.days).isEmpty
    case .stock, .limit, .mean: return true
    }
  }

  /// The last day up to which a fiscal year is held from its first day on; for levels, the end of
  /// the month of the last reading.
  fileprivate func end(of year: Period) -> Day? {
    let uses = uses(for: DaySet([year.days]))
    switch figure.measure.kind {
    case .flow, .average:
      guard let first = uses.days.ranges.first, first.first == year.days.first else { return nil }
      return first.last
    case .stock, .limit, .mean:
      return uses.days.hull.map {
        min(Period(.month, containing: $0.last).days.last, year.days.last)
      }
    }
  }
}
