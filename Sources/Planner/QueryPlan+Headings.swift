import Catalog
package import QueryLanguage

extension QueryPlan {
  /// The name of an output in exports. For `vs` it includes the period.
  package func exportedName(of output: ResolvedQuery.Output) -> String {
    guard query.versus != nil else { return output.key }
    switch output.content {
    case .value: return "\(output.key)_\(period(of: main).exportedPart)"
    case .reference:
      let other = references.first { $0.kind == .versus }?.frame ?? main
      return "\(output.key)_\(period(of: other).exportedPart)"
    default: return output.key
    }
  }

  /// The heading of an output on a screen.
  package func heading(of output: ResolvedQuery.Output) -> String {
    if let from = periodBefore(output) { return "\(output.label) from \(from)" }
    let other = references.first { $0.kind == .versus }?.frame ?? main
    guard query.versus != nil, output.content == .value || output.content == .reference else {
      return output.label
    }
    let frame = output.content == .value ? main : other
    let isOnly = query.columns.count == 1
    return (isOnly ? "" : "\(output.label) ") + period(of: frame).label
  }

  /// The period that a change is from; `nil` for what is not a change. A change in percent is
  /// beside a change that says it.
  private func periodBefore(_ output: ResolvedQuery.Output) -> String? {
    switch output.content {
    case .change(.versus):
      return references.first { $0.kind == .versus }.map { period(of: $0.frame).label }
    case .change(.previous):
      return query.keys.compactMap(\.timeUnit).last.map { "previous \($0.keyword)" }
    case .change(.yearBefore): return "year before"
    default: return nil
    }
  }

  private func period(of frame: Frame) -> SidePeriod {
    SidePeriod(DaySet(frame.pieces.flatMap(\.days.ranges)).hull)
  }
}

/// One side of `vs`: a period of one unit, or from one month to another.
private struct SidePeriod {
  let label: String
  /// As written in the name of a column: `fy2024`, `2024_05`, `2024_05_to_2024_08`.
  let exportedPart: String

  init(_ days: DayRange?) {
    guard let days else {
      label = ""
      exportedPart = ""
      return
    }
    let units: [TimeUnit] = [.fiscalYear, .calendarYear, .quarter, .month, .day]
    if let unit = units.first(where: { Period($0, containing: days.first).days == days }) {
      let period = Period(unit, containing: days.first)
      label = period.label
      exportedPart = Self.part(of: period)
      return
    }
    let isMonths = days.first.isFirstOfMonth && days.last.isLastOfMonth
    let unit: TimeUnit = isMonths ? .month : .day
    label = shortDates(of: days)
    exportedPart =
      Self.part(of: Period(unit, containing: days.first)) + "_to_"
      + Self.part(of: Period(unit, containing: days.last))
  }

  private static func part(of period: Period) -> String {
    switch period.unit {
    case .fiscalYear: "fy\(period.code)"
    case .calendarYear: "cy\(period.code)"
    case .quarter: "fy\(period.code / 10)_q\(period.code % 10)"
    case .month, .day: String(period.exported.map { $0 == "-" ? "_" : $0 })
    }
  }
}
