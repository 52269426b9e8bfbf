import Catalog
import Diagnostics
import QueryLanguage

/// Refuses levels and limits of several periods in one row, which do not add up.
struct LevelsOverTime {
  let query: ResolvedQuery

  /// `isPrinted` tells of which figures the publisher prints each row as it is asked: a limit or a
  /// mean of exactly such days is one.
  func check(
    _ selection: AskedRows,
    isPrinted: (Int) -> Bool = { _ in false }
  ) throws(Refusal) {
    let asked = query.relativePeriods.isEmpty ? query.days ?? .always : selection.days
    if query.keys.contains(.administration), query.keys.compactMap(\.timeUnit).isEmpty,
      let limit = query.figures.firstIndex(where: {
        $0.measure.kind.isOfOnePeriod && $0.fold == nil
      })
    {
      throw levelOverTime(query.column(of: limit))
    }
    guard !query.keys.contains(where: \.isTime) else { return }
    guard !isOnePeriod(asked) else { return }
    for (index, figure) in query.figures.enumerated() where figure.fold == nil {
      switch figure.measure.kind {
      case .flow, .average: continue
      case .stock: throw levelOverTime(query.column(of: index))
      case .limit, .mean:
        if !isPrinted(index) { throw levelOverTime(query.column(of: index)) }
      }
    }
  }

  /// Limits that are held for the days of the question, but for more than one period.
  func checkLimits(_ supply: [FigureTables], _ selection: AskedRows) throws(Refusal) {
    let isHeld = supply.contains { figure in
      figure.figure.measure.kind.isOfOnePeriod && figure.holdsAny(of: selection.days)
    }
    if isHeld { try check(selection) }
  }

  /// Whether days make up one day, month, quarter or year.
  private func isOnePeriod(_ days: DaySet) -> Bool {
    guard let range = days.ranges.only else { return false }
    return TimeUnit.allCases.contains { Period($0, containing: range.first).days == range }
  }

  /// The question of the last reading, where it names no period.
  private var latest: [Query] {
    guard query.days == nil, query.relativePeriods.isEmpty, !query.isYearToDate,
      !query.keys.contains(where: \.isTime)
    else { return [] }
    var latest = query.query
    latest.clauses.append(LatestClause(unit: nil))
    return [latest]
  }

  private func levelOverTime(_ column: ResolvedQuery.ComputedColumn) -> Refusal {
    let kinds = query.figures(in: column.value).map { query.figures[$0].measure.kind }
    let (what, plural) =
      kinds.contains(.stock)
      ? ("a level at a date", "levels")
      : kinds.contains(.mean)
        ? ("a mean over people", "means") : ("a limit for one period", "limits")
    return Refusal(
      Diagnostic(
        "level-over-time",
        // Without a period it is what people say who mean the newest.
        kind: latest.isEmpty ? .slip : .notLanguage,
        "`\(column.label)` is \(what), and \(plural) of several periods do not add up",
        at: column.span,
        hint: "ask for each period, or for one"
      ),
      instead: latest + [query.query.adding(.fiscalYear, at: column.span)]
    )
  }
}
