import Catalog
import Diagnostics
import QueryLanguage

/// The periods of a statement about each period of a span: both ends are counted.
struct EachPeriod {
  /// The last of them that is held, or the last of all.
  let own: RowPeriod
  /// The rest of them.
  let others: [RowPeriod]
  /// All of them, and those that they are compared with.
  let pieces: [RowPeriod]
  /// Days of the span before and after everything held.
  let beforeSeries: DayRange?
  let afterSeries: DayRange?

  /// `nil` where the statement is about one value.
  init?(
    _ check: ResolvedCheck,
    _ plan: QueryPlan?,
    _ supply: [FigureTables]
  ) throws(Diagnostic) {
    let form = check.judgment.form
    guard let unit = check.check.eachUnit else { return nil }
    let extent = supply.extent
    let asked = check.query.days ?? DaySet(plan?.pieces.flatMap(\.days.ranges) ?? [])
    let days = asked.ranges.map { range in extent.map { range.closed(at: $0) } ?? range }
    let periods = days.flatMap { range in
      Period.all(unit, touching: range).filter {
        range.first <= $0.days.first && $0.days.last <= range.last
      }
    }
    // Periods in which nothing could be counted are none of them.
    let all = periods.map { RowPeriod(of: $0) }.filter { piece in
      supply.contains { !piece.days.intersection($0.figure.measure.existence).isEmpty }
    }
    let held = all.last { piece in supply.allSatisfy { !$0.uses(for: piece.days).isEmpty } }
    guard let own = held ?? all.last else { throw .noWholePeriod(unit, at: check.judgment.span) }
    self.own = own
    others = all.filter { $0 != own }
    var compared: [Period] = []
    if form.comparesNeighbors { compared = periods.map(\.previous) }
    if form.comparesYearBefore { compared = periods.map(\.yearBefore) }
    pieces = all + compared.map { RowPeriod(of: $0) }
    let hull = DaySet(days).hull
    beforeSeries = hull.flatMap { hull in
      extent.flatMap { $0.first > hull.first ? DayRange(hull.first, $0.first.previous) : nil }
    }
    afterSeries = hull.flatMap { hull in
      extent.flatMap { $0.last < hull.last ? DayRange($0.last.next, hull.last) : nil }
    }
  }
}

extension Period {
  /// The same one a year before.
  var yearBefore: Period {
    switch unit {
    case .fiscalYear, .calendarYear: previous
    case .quarter: advanced(by: -4)
    case .month: advanced(by: -12)
    case .day: Period.day(days.first.yearBefore)
    }
  }
}

extension Day {
  /// The same day a year before; for 29 February the 28th.
  fileprivate var yearBefore: Day {
    let (year, month, day) = date
    return Day(year: year - 1, month: month, day: day)
      ?? Day(year: year - 1, month: month, day: day - 1) ?? previous
  }
}

extension Diagnostic {
  fileprivate static func noWholePeriod(_ unit: TimeUnit, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "no-whole-period",
      "the span holds no whole \(unit.name)",
      at: span,
      hint: "a longer one does, such as `every month in fy2024`"
    )
  }
}
