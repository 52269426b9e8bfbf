package import Catalog
package import Diagnostics
package import QueryLanguage

/// How a question will be answered: which dataset answers which figure for which row.
///
/// Each figure is summed inside its datasets before anything is joined. Each field says what it is
/// made from and which part of the SQL it becomes.
package struct QueryPlan: Sendable {
  /// What is asked. Keys, conditions, ranking, order and limit go into the SQL from here.
  package let query: ResolvedQuery
  /// The rows of the answer, and those that windows over them read too: from the periods of the
  /// question and the datasets that hold them. One SELECT for each segment of a figure, `UNION ALL`
  /// over the segments, and joins of the figures.
  package let main: Frame
  /// The periods that rows are compared with: from `vs`, `with yoy` and `with index`. Tables like
  /// those of `main`, under other names, joined to the rows.
  package let references: [Reference]
  /// Which values the tables that fill the rows never name; `nil` where they name every value that
  /// a row can have. A table of values whose absence is not zero.
  package let naming: Naming?
  /// The values that a ranking leaves out: from `naming` and from when values exist. `WHERE` of the
  /// table of ranks.
  package let unranked: Unranked
  /// Where two sources meet inside the answer. Not in its SQL: notes compare the two in a period
  /// that both hold, with SQL of their own.
  package let seams: [Seam]
  /// Months that the question cuts in two, when the answer is one row. Not in its SQL: their sums
  /// are the least and the most that the row can be.
  package let edges: [CutMonth]
  /// The sources that are rows of the answer, with `by source`, the last published first; otherwise
  /// none. `ORDER BY` of such rows.
  package let sourcesInOrder: [Int]
  /// What was assumed, the resolver's assumptions included: notes under the answer.
  package let assumptions: [String]

  /// The rows in time; one when the question has no unit of time.
  package var pieces: [RowPeriod] { main.pieces }
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
    do throws(Refusal) {
      try self.init(planning: query, catalog, allowed: allowed)
    } catch {
      throw error.tried(query, catalog)
    }
  }

  /// The same, without trying the questions that may have been meant instead.
  init(
    planning query: ResolvedQuery,
    _ catalog: any CatalogReader,
    allowed: AllowedTables = .all
  ) throws(Refusal) {
    try self.init(Preparation(query, catalog, allowed: allowed))
  }

  /// What is looked up before anything is chosen: the datasets that can answer. Wrong sums are
  /// refused here.
  struct Preparation {
    let query: ResolvedQuery
    let catalog: any CatalogReader
    let supply: [FigureTables]

    init(
      _ query: ResolvedQuery,
      _ catalog: any CatalogReader,
      allowed: AllowedTables = .all
    ) throws(Refusal) {
      try WrongSums(query, catalog).check()
      try MissingClause(query: query).check()
      self.query = query
      self.catalog = catalog
      supply = query.figures.indices.map { index in
        FigureTables(of: index, in: query, catalog: catalog, allowed: allowed)
      }
      for (index, figure) in supply.enumerated() {
        guard let shortage = figure.shortage else { continue }
        throw Refusal(shortage, of: index, in: query, catalog)
      }
    }

    private init(_ other: Preparation, _ supply: [FigureTables]) {
      query = other.query
      catalog = other.catalog
      self.supply = supply
    }

    /// The same with other datasets.
    func with(_ supply: [FigureTables]) -> Preparation { Preparation(self, supply) }
  }

  init(_ preparation: Preparation) throws(Refusal) {
    let (query, supply, catalog) = (preparation.query, preparation.supply, preparation.catalog)
    let selection = try AskedRows(of: query, supply, catalog)
    let rows = try AnsweredRows(of: query, supply, selection, catalog)
    let first = try Answered(rows, query, supply, catalog)
    let answer = { (supply: [FigureTables]) throws(Refusal) in
      try Answered(try AnsweredRows(of: query, supply, selection, catalog), query, supply, catalog)
    }
    let wanted = WantedValues(query, first.frames, catalog).map { wanted in
      supply.map { $0.wanting(wanted.values) }
    }
    let best = try wanted.map(answer) ?? first
    let alike =
      query.comparesPeriods ? LikeWithLike(wanted ?? supply, best.frames).narrowed : nil
    let answered = try alike.map(answer) ?? best
    if let refusal = UnlikeReadings(query).refusal(answered.main, answered.references) {
      throw refusal
    }
    self.query = query
    main = answered.main
    references = answered.references
    naming = Naming(query, answered.frames, catalog)
    unranked = Unranked(query, main, naming, catalog)
    seams = Seam.all(query, main, references)
    sourcesInOrder = query.keys.contains(.source) ? Self.sources(main, catalog) : []
    edges = CutMonth.all(query, answered.rows.pieces, supply)
    assumptions =
      query.assumptions + Self.onlyParts(query, catalog) + selection.assumptions
      + (selection.administrations?.notes(on: main) ?? []) + answered.rows.notes
      + Self.limitNote(query, main, catalog) + Self.editionsNote(query, main, supply)
      + main.leftOutOfFolds(query) + Self.indexNote(query)
      + Self.sumNote(query, main)
      + (alike == nil ? [] : ["all periods from one publication, so that they compare"])
      + main.daysOfRates(query)
  }

  /// The last published first, and of one day the better one.
  private static func sources(_ main: Frame, _ catalog: any CatalogReader) -> [Int] {
    var ordered: [Int] = []
    let candidates = main.figures.flatMap { $0.segments.map(\.candidate) }
    for candidate in candidates.sorted(by: { $0.place < $1.place })
    where !ordered.contains(candidate.dataset.source) {
      ordered.append(candidate.dataset.source)
    }
    let days = ordered.map { catalog.source($0)?.lastPossibleDay ?? .distantPast }
    return ordered.indices.sorted { (days[$1], $0) < (days[$0], $1) }.map { ordered[$0] }
  }

  /// A note that a limit is answered as first set, by what was published of it later than the day
  /// asked for.
  private static func limitNote(
    _ query: ResolvedQuery,
    _ main: Frame,
    _ catalog: any CatalogReader
  ) -> [String] {
    guard let day = query.asOf?.day else { return [] }
    let sources = IDSet(main.figures.flatMap { $0.segments.map(\.candidate.dataset.source) })
    return sources.elements.compactMap { catalog.source($0)?.lastPossibleDay }.filter { $0 > day }
      .map { published in
        "as first set: nothing that was published by \(Period.day(day).label) is held, and the "
          + "earliest is of \(Period.day(published).label)"
      }
  }

  /// A note that rows by source leave some earlier editions out.
  private static func editionsNote(
    _ query: ResolvedQuery,
    _ main: Frame,
    _ supply: [FigureTables]
  ) -> [String] {
    guard query.keys.contains(.source) else { return [] }
    let leftOut = supply.flatMap { figure in
      main.pieces.flatMap { figure.editions(for: $0.days).leftOut }
    }
    let shown = main.figures.flatMap { $0.segments.map(\.candidate.dataset.source) }
    let count = IDSet(leftOut).elements.count { !shown.contains($0) }
    guard count > 0 else { return [] }
    return [
      "of superseded editions one for each year of publication; \(count) more answer "
        + "`as of` their day"
    ]
  }

  /// A note that rows without time add up several years, so that nobody takes them for one.
  private static func sumNote(_ query: ResolvedQuery, _ main: Frame) -> [String] {
    let kinds = query.columns.filter(\.isShown).map(\.quantity.kind)
    guard !query.asksOneValue, !query.keys.contains(where: \.isTime), query.versus == nil,
      kinds.contains(.flow),
      let held = DaySet(main.figures.flatMap(\.heldDays.ranges)).hull,
      let length = held.yearsAndMonths
    else { return [] }
    let what = query.per == nil ? "sum" : "mean"
    return ["\(query.keys.isEmpty ? "" : "each row ")one \(what) over \(length)"]
  }

  /// The rows and what they are compared with, each figure with the tables that it comes from.
  private struct Answered {
    let rows: AnsweredRows
    let main: Frame
    let references: [Reference]

    var frames: [Frame] { [main] + references.map(\.frame) }

    init(
      _ rows: AnsweredRows,
      _ query: ResolvedQuery,
      _ supply: [FigureTables],
      _ catalog: any CatalogReader
    ) throws(Refusal) {
      self.rows = rows
      main = rows.frame
      if let empty = main.folds.firstIndex(where: { $0.pieces.isEmpty }) {
        throw .emptyFold(query.folds[empty])
      }
      references = try Reference.all(query, supply, main, rows.together, catalog)
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
      let shared = catalog.tables(of: figure.measure.id).scope
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
