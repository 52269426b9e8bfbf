package import Catalog
package import Diagnostics
package import QueryLanguage

/// How a question will be answered: which dataset answers which figure for which row.
///
/// Each figure is summed inside its datasets before anything is joined.
package struct QueryPlan: Sendable {
  package let query: ResolvedQuery
  /// The rows of the answer, and those that windows over them read too.
  package let main: Frame
  /// The periods that rows are compared with.
  package let references: [Reference]
  /// Which values the tables behind the rows never name; `nil` where they name every value that a
  /// row can have.
  package let naming: Naming?
  /// The values that a ranking leaves out.
  package let unranked: Unranked
  /// Where two sources meet inside the answer.
  package let seams: [Seam]
  /// Months that the question cuts in two, when the answer is one row.
  package let edges: [CutMonth]
  /// What was assumed, the resolver's assumptions included.
  package let assumptions: [String]

  /// The rows in time; one when the question has no unit of time.
  package var pieces: [Piece] { main.pieces }
  /// One for each of the query's figures.
  package var figures: [FigurePlan] { main.figures }
}

extension QueryPlan {
  /// Plans a question, or says why the data cannot answer it and what they can.
  package init(
    for query: ResolvedQuery,
    catalog: any CatalogReader,
    allowed: AllowedTables = .all
  ) throws(Diagnostic) {
    try self.init(Preparation(query, catalog, allowed: allowed))
  }

  /// `suggesting` is off for questions that are suggestions themselves.
  init(
    for query: ResolvedQuery,
    catalog: any CatalogReader,
    suggesting: Bool
  ) throws(Diagnostic) {
    try self.init(Preparation(query, catalog, suggesting: suggesting))
  }

  /// What is looked up before anything is chosen: the datasets that can answer. Wrong sums are
  /// refused here.
  struct Preparation {
    let query: ResolvedQuery
    let catalog: any CatalogReader
    let supply: [Supply]
    let reason: Unanswerable

    init(
      _ query: ResolvedQuery,
      _ catalog: any CatalogReader,
      suggesting: Bool = true,
      allowed: AllowedTables = .all
    ) throws(Diagnostic) {
      self.query = query
      self.catalog = catalog
      let reason = Unanswerable(query, catalog, suggesting: suggesting)
      self.reason = reason
      try Additivity(query, catalog, reason).check()
      if let refusal = reason.timelessComparison ?? reason.othersWithoutTop { throw refusal }
      supply = try query.figures.indices.map { index throws(Diagnostic) in
        try Supply(
          of: index,
          in: query,
          catalog: catalog,
          suggesting: suggesting,
          allowed: allowed
        )
      }
    }

    private init(_ other: Preparation, _ supply: [Supply]) {
      query = other.query
      catalog = other.catalog
      reason = other.reason
      self.supply = supply
    }

    /// The same with other datasets.
    func with(_ supply: [Supply]) -> Preparation { Preparation(self, supply) }
  }

  init(_ preparation: Preparation) throws(Diagnostic) {
    let (query, supply, reason) = (preparation.query, preparation.supply, preparation.reason)
    let selection = try Selection(of: query, supply, preparation.catalog)
    let rows = try HeldRows(of: query, supply, selection, reason)
    let first = try Answered(rows, query, supply, reason)
    let answer = { (supply: [Supply]) throws(Diagnostic) in
      try Answered(try HeldRows(of: query, supply, selection, reason), query, supply, reason)
    }
    let wanted = WantedValues(query, first.frames, preparation.catalog).map { wanted in
      supply.map { $0.wanting(wanted.values) }
    }
    let best = try wanted.map(answer) ?? first
    let alike =
      query.comparesPeriods ? LikeWithLike(wanted ?? supply, best.frames).narrowed : nil
    let answered = try alike.map(answer) ?? best
    self.query = query
    main = answered.main
    references = answered.references
    naming = Naming(query, answered.frames, preparation.catalog)
    unranked = Unranked(query, main, naming, preparation.catalog)
    seams = Seam.all(query, main, references)
    edges = CutMonth.all(query, answered.rows.pieces, supply)
    assumptions =
      query.assumptions + Self.onlyParts(query, preparation.catalog) + selection.assumptions
      + (selection.administrations?.notes(on: main) ?? []) + answered.rows.notes
      + main.leftOutOfFolds(query) + Self.indexNote(query) + Self.sumNote(query, main)
      + (alike == nil ? [] : ["all periods from one publication, so that they compare"])
      + main.daysOfRates(query)
  }

  /// A note that rows without time add up several years, so that nobody takes them for one.
  private static func sumNote(_ query: ResolvedQuery, _ main: Frame) -> [String] {
    let kinds = query.columns.filter(\.isShown).map(\.quantity.kind)
    guard !query.asksOneValue, !query.keys.contains(where: \.isTime), query.versus == nil,
      kinds.contains(.flow),
      let held = DaySet(main.figures.flatMap { $0.held.flatMap(\.ranges) }).hull,
      let length = held.yearsAndMonths
    else { return [] }
    let what = query.per == nil ? "sum" : "mean"
    return ["\(query.keys.isEmpty ? "" : "each row ")one \(what) over \(length)"]
  }

  /// The rows and what they are compared with, each figure with the tables that it comes from.
  private struct Answered {
    let rows: HeldRows
    let main: Frame
    let references: [Reference]

    var frames: [Frame] { [main] + references.map(\.frame) }

    init(
      _ rows: HeldRows,
      _ query: ResolvedQuery,
      _ supply: [Supply],
      _ reason: Unanswerable
    ) throws(Diagnostic) {
      self.rows = rows
      main = rows.frame
      if let empty = main.folds.firstIndex(where: { $0.pieces.isEmpty }) {
        throw reason.emptyFold(query.folds[empty])
      }
      references = try Reference.all(query, supply, main, rows.together, reason)
    }
  }

  /// The names of the parts that measures are only published for, where the question does not name
  /// them.
  private static func onlyParts(
    _ query: ResolvedQuery,
    _ catalog: any CatalogReader
  ) -> [String] {
    var names: [String] = []
    for figure in query.figures {
      let shared = catalog.scopeOfAllTables(of: figure.measure.id)
      guard !shared.isEmpty else { continue }
      let required = query.condition(of: figure)?.required ?? Requirements()
      for entry in shared where required[entry.dimension] == nil {
        guard let name = catalog.member(entry.member)?.name, !names.contains(name) else { continue }
        names.append(name)
      }
    }
    return names.isEmpty ? [] : ["\(names.joined(by: ", ")), the only part published"]
  }

  /// The period whose figure is 100.
  private static func indexNote(_ query: ResolvedQuery) -> [String] {
    query.extras.columns.compactMap { extra in
      guard case .index(let days) = extra else { return nil }
      let unit = query.keys.compactMap(\.timeUnit).min() ?? .fiscalYear
      return "index: \(Period(unit, containing: days.first).label) = 100"
    }
  }
}
