package import Catalog
package import Diagnostics

extension ResolvedQuery {
  /// Clauses that make no sense together, each with the reason.
  func refuseWhatDoesNotGoTogether() throws(Diagnostic) {
    try refuseRankingNothing()
    try refuseExtrasThatFitNoColumn()
    try refuseSumsBySource()
    try refuseVersus()
    try refuseFolds()
    try refusePer()
    try refuseAcross()
    try refuseIndexOfAnotherUnit()
  }

  private var timeUnits: [TimeUnit] { keys.compactMap(\.timeUnit) }

  // MARK: Ranking

  private func refuseRankingNothing() throws(Diagnostic) {
    if let ranking, keys.isEmpty {
      throw .nothingToRank(
        ranking.isTop ? "top" : "bottom",
        ranking.span,
        "`by` tells the rows apart, as in `by citizenship top \(ranking.count)`"
      )
    }
    guard keys.isEmpty else { return }
    for (extra, span) in zip(extras.columns, extras.spans) where !extra.needsTime {
      throw .nothingToRank(extra.name, span, "`by` tells the rows apart, as in `by citizenship`")
    }
    if let span = extras.total {
      throw .nothingToRank("total", span, "one row is its own total")
    }
  }

  // MARK: Time

  /// A comparison of periods in rows that have none; the planner says which question works.
  package var timelessExtra: (name: String, span: SourceSpan)? {
    guard timeUnits.isEmpty else { return nil }
    return zip(extras.columns, extras.spans).first { $0.0.needsTime }.map { ($0.0.name, $0.1) }
  }

  private func refuseIndexOfAnotherUnit() throws(Diagnostic) {
    guard let finest = timeUnits.min(by: { $0.length < $1.length }) else { return }
    for (extra, span) in zip(extras.columns, extras.spans) {
      guard case .index(let days) = extra, Period(finest, containing: days.first).days != days
      else { continue }
      throw Diagnostic(
        "index-of-another-unit",
        "the rows are by \(finest.name), and \(Self.name(of: days)) is none",
        at: span,
        hint: "such as `index \(Period(finest, containing: days.first).spelling)`"
      )
    }
  }

  private static func name(of days: DayRange) -> String {
    let units: [TimeUnit] = [.fiscalYear, .calendarYear, .quarter, .month, .day]
    let unit = units.first { Period($0, containing: days.first).days == days } ?? .day
    return Period(unit, containing: days.first).label
  }

  // MARK: Columns

  private func refuseExtrasThatFitNoColumn() throws(Diagnostic) {
    let shown = columns.filter(\.isShown)
    for (extra, span) in zip(extras.columns, extras.spans)
    where !shown.contains(where: { allows(extra, for: $0) }) {
      throw .doesNotAddUp(extra.name, shown[0], at: span)
    }
    if let span = extras.total, !shown.contains(where: canHaveTotal) {
      throw .doesNotAddUp("total", shown[0], at: span)
    }
    if let span = extras.others, !shown.contains(where: canHaveTotal) {
      throw .doesNotAddUp("others", shown[0], at: span)
    }
  }

  /// Whether a row that sums up others has a figure in a column: sums add, ratios are those of sums.
  package func canHaveTotal(_ column: Column) -> Bool {
    switch column.quantity.kind {
    case .flow, .stock, .average: return addsUpOverLastDimension(column)
    case .ratio:
      let kinds = figures(in: column.value).map { figures[$0].measure.kind }
      let isOverTime = !keys.contains { $0.dimension != nil }
      return folds(in: column.value).isEmpty
        && kinds.allSatisfy { $0 == .flow || !isOverTime && $0 != .limit }
    case .limit, .fold, .number, .mixed: return false
    }
  }

  private func refusePer() throws(Diagnostic) {
    if let per, let index = extras.columns.firstIndex(of: .running) {
      throw Diagnostic(
        "running-rate",
        "`running` adds up what is counted, and `per \(per.unit.rawValue)` makes rates of it",
        at: extras.spans[index],
        hint: "drop one of them; `rolling` works with both"
      )
    }
    guard let per, !columns.contains(where: { $0.isShown && $0.quantity.kind == .flow }) else {
      return
    }
    throw Diagnostic(
      "per-of-no-flow",
      "`per \(per.unit.rawValue)` divides what is counted over a period, and "
        + "`\(columns[0].label)` is \(columns[0].quantity.kind.description)",
      at: per.span,
      hint: "a ratio of two measures is written `removals / encounters`"
    )
  }

  // MARK: Sources

  private func refuseSumsBySource() throws(Diagnostic) {
    guard keys.contains(.source) else { return }
    let index = keys.firstIndex(of: .source) ?? 0
    let added = zip(extras.columns, extras.spans).first { !$0.0.needsTime }
    let offending =
      ranking.map { ($0.isTop ? "top" : "bottom", $0.span) }
      ?? extras.total.map { ("total", $0) } ?? extras.others.map { ("others", $0) }
      ?? added.map { ($0.0.name, $0.1) } ?? per.map { ("per", $0.span) }
    if let (word, span) = offending {
      throw Diagnostic(
        "sum-of-sources",
        "`\(word)` makes no sense by source: sources count the same things, each for itself",
        at: span
      )
    }
    guard folds.isEmpty else {
      throw Diagnostic(
        "fold-of-sources",
        "`by source` shows figures as published",
        at: folds[0].span
      )
    }
    if let versus {
      throw Diagnostic(
        "sources-versus",
        "`vs` compares two periods of one answer, and each source answers for itself",
        at: versus.span,
        hint: "`by fy, source` shows the periods of each source"
      )
    }
    if isAcross, index == keys.count - 1 {
      throw Diagnostic(
        "source-across",
        "names of sources are too long for columns",
        at: keySpans[index],
        hint: "`by source` gives each a row"
      )
    }
  }

  // MARK: vs

  private func refuseVersus() throws(Diagnostic) {
    guard let versus else { return }
    if days == nil, relativePeriods.isEmpty, !isYearToDate {
      throw Diagnostic(
        "versus-without-period",
        "`vs` compares two periods, and the first is not named",
        at: versus.span,
        hint: "such as `in fy2024 vs fy2023`"
      )
    }
    if isAcross {
      throw Diagnostic(
        "versus-across",
        "`vs` and `across` both turn something to columns",
        at: versus.span,
        hint: "`by` instead of `across` keeps the comparison"
      )
    }
    if keys.contains(.administration) {
      throw Diagnostic(
        "versus-administration",
        "`vs` compares equal periods, and administrations are not",
        at: versus.span,
        hint: "without `vs`, each administration has its row"
      )
    }
    if let span = extras.spans.first {
      throw Diagnostic(
        "versus-with",
        "`vs` gives the change between its two periods, and takes no other column",
        at: span,
        hint: "drop `vs`, or `with`"
      )
    }
  }

  // MARK: Folds

  private func refuseFolds() throws(Diagnostic) {
    for fold in folds {
      if let unit = timeUnits.first(where: { !fold.unit.makesUp($0) }) {
        throw Diagnostic(
          "fold-not-finer",
          "rows by \(unit.name) are not made of periods by \(fold.unit.name)",
          at: fold.span,
          hint: "the fold needs the finer unit, as in `max(encounters by month) by fy`"
        )
      }
    }
  }

  // MARK: across

  private func refuseAcross() throws(Diagnostic) {
    guard isAcross else { return }
    if let last = keys.last?.timeUnit, keys.dropLast().contains(where: { $0.timeUnit != nil }) {
      throw Diagnostic(
        "time-across-time",
        "every period of the rows belongs to one \(last.name) at most: `across` has nothing to set side by side",
        at: keySpans[keys.count - 1],
        hint: "`by` both, or `vs` for two periods side by side"
      )
    }
    if let test = tests.first {
      throw Diagnostic(
        "test-across",
        "a test judges rows, and `across` makes columns of them",
        at: test.span,
        hint: "`by` instead of `across` keeps the test"
      )
    }
    for item in order {
      if case .key(let index) = item.subject, index < keys.count - 1 { continue }
      throw Diagnostic(
        "order-across",
        "with `across`, rows are put in order by what stands after `by`",
        at: columns[0].span
      )
    }
    if extras.sources != nil {
      throw Diagnostic(
        "sources-across",
        "with `across`, a row has several figures, each with its sources",
        at: extras.sources ?? columns[0].span,
        hint: "`by` instead of `across` gives each figure its row"
      )
    }
  }
}

extension TimeUnit {
  /// From the shortest to the longest.
  fileprivate var length: Int {
    switch self {
    case .day: 0
    case .month: 1
    case .quarter: 2
    case .fiscalYear, .calendarYear: 3
    }
  }

  /// Whether periods of a longer unit are made of whole periods of this one.
  package func makesUp(_ other: TimeUnit) -> Bool { length < other.length }
}

extension Quantity.Kind {
  /// In a sentence: "a level at a date".
  package var description: String {
    switch self {
    case .flow: "counted over a period"
    case .stock: "a level at a date"
    case .average: "a mean over a period"
    case .limit: "a limit for one period"
    case .ratio: "a ratio"
    case .fold: "made of finer periods"
    case .number: "a number"
    case .mixed: "a sum of different kinds"
    }
  }
}

extension Diagnostic {
  fileprivate static func nothingToRank(
    _ word: String,
    _ span: SourceSpan,
    _ hint: String
  ) -> Diagnostic {
    Diagnostic(
      "nothing-to-rank",
      "`\(word)` needs several rows, and here is one row",
      at: span,
      hint: hint
    )
  }

  fileprivate static func doesNotAddUp(
    _ extra: String,
    _ column: ResolvedQuery.Column,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "does-not-add-up",
      "`\(extra)` needs figures that add up, and `\(column.label)` is "
        + column.quantity.kind.description,
      at: span,
      hint: "`change`, `yoy`, `index` and `rank` work with it"
    )
  }
}
