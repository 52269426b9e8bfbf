import Catalog
import Diagnostics

/// Refuses pairs of clauses that make no sense together.
extension ResolvedQuery {
  // MARK: Columns

  func refuseExtrasThatFitNoColumn() throws(Diagnostic) {
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

  /// Whether a row that sums up others has a figure in a column: sums are added up, ratios are
  /// those of sums.
  package func canHaveTotal(_ column: ComputedColumn) -> Bool {
    switch column.quantity.kind {
    case .flow, .stock, .average: return addsUpOverLastDimension(column)
    case .ratio:
      let kinds = figures(in: column.value).map { figures[$0].measure.kind }
      let isOverTime = !keys.contains { $0.dimension != nil }
      return folds(in: column.value).isEmpty
        && kinds.allSatisfy { $0 == .flow || !isOverTime && !$0.isOfOnePeriod }
    case .limit, .mean, .fold, .number, .mixed: return false
    }
  }

  func refusePer() throws(Diagnostic) {
    if let per, let index = extras.columns.firstIndex(of: .running) {
      throw Diagnostic(
        "running-rate",
        "`running` adds up what is counted, and `per \(per.unit.rawValue)` makes rates of it",
        at: extras.spans[index],
        hint: "drop one of them; `rolling` works with both"
      )
    }
    guard let per, !columns.contains(where: { $0.isShown && $0.isDivided }) else {
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

  func refuseSumsBySource() throws(Diagnostic) {
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

  func refuseVersus() throws(Diagnostic) {
    guard let versus else { return }
    if days == nil, relativePeriods.isEmpty, !isYearToDate {
      throw Diagnostic(
        "versus-without-period",
        kind: .notLanguage,
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

  func refuseFolds() throws(Diagnostic) {
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

  func refuseAcross() throws(Diagnostic) {
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
        "with `across`, rows are put in order by what follows `by`",
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

  /// A drawing needs several figures in order of time.
  func refuseSpark() throws(Diagnostic) {
    guard let span = extras.spark, !isAcross || keys.last?.timeUnit == nil else { return }
    let unit = keys.compactMap(\.timeUnit).first ?? .fiscalYear
    throw Diagnostic(
      "spark-without-series",
      "`spark` draws periods that are side by side",
      at: span,
      hint: !keys.isEmpty && keys.allSatisfy(\.isTime)
        ? "`| chart` draws periods that are rows"
        : "`across \(unit.keyword)` gives each row its periods"
    )
  }
}
