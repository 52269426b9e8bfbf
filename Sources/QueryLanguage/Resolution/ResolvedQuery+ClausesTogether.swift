import Catalog
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
    try refuseSpark()
    try refuseIndexOfAnotherUnit()
  }

  var timeUnits: [TimeUnit] { keys.compactMap(\.timeUnit) }

  // MARK: Ranking

  func refuseRankingNothing() throws(Diagnostic) {
    if let ranking, keys.isEmpty {
      throw .nothingToRank(
        ranking.isTop ? "top" : "bottom",
        ranking.span,
        "`by` makes several rows, as in `by citizenship top \(ranking.count)`"
      )
    }
    guard keys.isEmpty else { return }
    for (extra, span) in zip(extras.columns, extras.spans) where !extra.needsTime {
      throw .nothingToRank(extra.name, span, "`by` makes several rows, as in `by citizenship`")
    }
    if let span = extras.total {
      throw .nothingToRank("total", span, "one row is its own total")
    }
  }

  // MARK: Time

  /// A comparison of periods in rows without time. The planner refuses it, with a question that
  /// works.
  package var timelessExtra: (name: String, span: SourceSpan)? {
    guard timeUnits.isEmpty else { return nil }
    return zip(extras.columns, extras.spans).first { $0.0.needsTime }.map { ($0.0.name, $0.1) }
  }

  func refuseIndexOfAnotherUnit() throws(Diagnostic) {
    guard let finest = timeUnits.min() else { return }
    for (extra, span) in zip(extras.columns, extras.spans) {
      guard case .index(let days) = extra, Period(finest, containing: days.first).days != days
      else { continue }
      throw Diagnostic(
        "index-of-another-unit",
        "the rows are by \(finest.name), and \(name(of: days)) is none",
        at: span,
        hint: "such as `index \(Period(finest, containing: days.first).spelling)`"
      )
    }
  }
}

extension Quantity.Kind {
  /// In a sentence: "a level at a date".
  package var description: String {
    switch self {
    case .flow: "counted over a period"
    case .stock: "a level at a date"
    case .average: "a mean over a period"
    case .limit: "a limit for one period"
    case .mean: "a mean over people"
    case .ratio: "a ratio"
    case .fold: "made of finer periods"
    case .number: "a number"
    case .mixed: "a sum of different kinds"
    }
  }
}

extension Diagnostic {
  static func nothingToRank(
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

  static func doesNotAddUp(
    _ extra: String,
    _ column: ResolvedQuery.ComputedColumn,
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
