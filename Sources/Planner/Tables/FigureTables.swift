import Catalog
import QueryLanguage

/// The datasets that can answer one figure of a question, best first.
struct FigureTables {
  let figure: ResolvedQuery.Figure
  let candidates: [Candidate]
  /// Tables that could answer except that their rows do not add up to the whole.
  let partialBreakdowns: [Candidate]
  /// Why there is no candidate.
  let shortage: Shortage?
  var choice: TableChoice
  let catalog: any CatalogReader
  /// The values that rows are broken down by.
  let values: ValuesOfRows
  /// For each series, or table of no series, its candidates, in the order of the best of each.
  private let byTable: [Group]
  /// Candidates that come before all others, because they answer all periods that are compared.
  var likeWithLike: Group?
  let isAsOf: Bool
  /// Whether every period that the figure is summed in is a fiscal year, or may be any.
  private let isByYear: Bool
  /// The candidates of each source, with `by source`; otherwise empty.
  private let bySource: [Group]

  init(
    of index: Int,
    in query: ResolvedQuery,
    catalog: any CatalogReader,
    allowed: AllowedTables
  ) {
    figure = query.figures[index]
    self.catalog = catalog
    values = ValuesOfRows(kept: query.condition(of: figure)?.required ?? Requirements())
    let editions = Editions(of: query, catalog)
    let fitting = TableFit(figure, of: query, catalog: catalog)
    let fits = allowed.holdings(of: figure.measure, in: editions, for: fitting.needs)
      .compactMap { try? fitting.fit($0) }
    let units =
      query.keys.compactMap(\.timeUnit) + (figure.fold.map { [query.folds[$0].unit] } ?? [])
    isByYear = units.allSatisfy { $0 == .fiscalYear }
    let candidates = Self.inOrder(fits, units, query, catalog)
    partialBreakdowns =
      query.extraOfWhole == nil
      ? [] : fits.filter { !$0.dataset.isComplete && units.allSatisfy($0.serves) }
    self.candidates = candidates
    let kind = figure.measure.kind
    isAsOf = query.asOf != nil
    choice = TableChoice(
      candidates: candidates,
      kind: kind,
      catalog: catalog,
      values: values,
      isAsOf: isAsOf
    )
    byTable =
      figure.expression == nil
      ? [] : Group.all(of: candidates, by: \.seriesTable, kind: kind, catalog, values)
    bySource =
      query.keys.contains(.source)
      ? Group.all(of: candidates, by: \.dataset.source, kind: kind, catalog, values) : []
    shortage =
      candidates.isEmpty
      ? Self.shortage(
        allowed.holdings(of: figure.measure, in: editions),
        fits,
        units,
        query,
        fitting
      ) : nil
  }

  /// Why none of some tables is a candidate.
  private static func shortage(
    _ holdings: [Holding],
    _ fits: [Candidate],
    _ units: [TimeUnit],
    _ query: ResolvedQuery,
    _ fitting: TableFit
  ) -> Shortage {
    if holdings.isEmpty, query.asOf != nil { return .edition }
    if query.extraOfWhole != nil, fits.contains(where: { !$0.dataset.isComplete }) { return .whole }
    return fits.isEmpty ? .table(fitting, holdings) : .unit(units, fits)
  }

  /// Those that count in the units of time and add up to the whole where that is needed, best
  /// first.
  private static func inOrder(
    _ fits: [Candidate],
    _ units: [TimeUnit],
    _ query: ResolvedQuery,
    _ catalog: any CatalogReader
  ) -> [Candidate] {
    let preference = Preference(catalog: catalog, isAsOf: query.asOf != nil)
    let serving = fits.filter { candidate in
      units.allSatisfy(candidate.serves)
        && (query.extraOfWhole == nil || candidate.dataset.isComplete)
    }
    var candidates = preference.sorted(bestOfEachTable(serving, preference))
    for index in candidates.indices { candidates[index].place = index }
    return candidates
  }

  /// A table and its rollups hold the same periods: the best of them that fits is all that is
  /// needed.
  private static func bestOfEachTable(
    _ candidates: [Candidate],
    _ preference: Preference
  ) -> [Candidate] {
    // By places in the list: candidates are large.
    var best: [Int] = []
    for (index, candidate) in candidates.enumerated() {
      let table = candidate.dataset.table
      guard let place = best.firstIndex(where: { candidates[$0].dataset.table == table }) else {
        best.append(index)
        continue
      }
      if preference.isBetter(candidate, candidates[best[place]]) { best[place] = index }
    }
    return best.map { candidates[$0] }
  }

  /// The datasets for the days of a row; with `by source`, those of each source.
  func uses(for days: DaySet) -> [TableDays] {
    if let likeWithLike {
      let own = likeWithLike.uses(for: days)
      if !own.isEmpty { return own }
    }
    guard !bySource.isEmpty else { return choice.uses(for: days) }
    return editions(for: days).shown.flatMap(\.self)
  }

  /// The sources that answer a row of `by source`, and those left out.
  func editions(for days: DaySet) -> EditionsShown {
    let answers = bySource.map { group in
      // The figure of a source is what it prints; means of printed figures would not be the
      // source's.
      let uses = group.uses(for: days).filter {
        figure.measure.kind != .average || isPrinted($0, for: days)
      }
      return (source: group.key, uses: uses)
    }
    return EditionsShown(answers.filter { !$0.uses.isEmpty }, self, catalog)
  }

  /// For the finer periods of a row: the tables that answer the whole row, where those list the
  /// same values; `nil` where each period has the best table for it.
  func group(forPartsOf row: DaySet) -> Group? {
    guard choice.isDivided else { return nil }
    let places = uses(for: row).map(\.candidate)
    guard let first = places.first,
      places.allSatisfy({ candidates[$0].dataset.isSameSeries(as: candidates[first].dataset) })
    else { return nil }
    return alone(places)
  }

  private func isPrinted(_ use: TableDays, for days: DaySet) -> Bool {
    days.ranges.only.map { candidates[use.candidate].periods.prints($0) } ?? false
  }

  /// The same from one series only, by its number.
  func uses(for days: DaySet, table: Int) -> [TableDays] {
    byTable.first { $0.key == table }?.uses(for: days) ?? []
  }

  /// The series that can answer, the best first; known only for part of an expression. What a user
  /// declared never replaces a publisher's table.
  func tables(for days: DaySet) -> [Int] {
    let all = publishedTables(for: days)
    guard let likeWithLike else { return all }
    let first = likeWithLike.indices.map { candidates[$0].seriesTable }
    return all.filter(first.contains) + all.filter { !first.contains($0) }
  }

  private func publishedTables(for days: DaySet) -> [Int] {
    let all =
      choice.isDivided
      ? choice.series(inOrderFor: days.hull).map { candidates[$0].seriesTable }
      : byTable.map(\.key)
    guard candidates.first?.dataset.standing != candidates.last?.dataset.standing else {
      return all
    }
    let declared = candidates.filter { $0.dataset.standing == .declared }.map(\.seriesTable)
    return all.filter { !declared.contains($0) }
  }

  /// A candidate's facts added up by fiscal years, where they are kept so and serve as well.
  func sumsOfYears(of candidate: Candidate) -> Candidate? {
    guard isByYear, figure.measure.kind == .flow else { return nil }
    return candidate.addedUpByYear(catalog)
  }

  /// A group of only these candidates.
  func alone(_ places: [Int]) -> Group {
    Group(places, of: candidates, figure.measure.kind, catalog, values)
  }

  /// Whether a candidate was compiled by someone other than the publisher of the figures.
  func isSecondary(_ candidate: Candidate) -> Bool {
    catalog.source(candidate.dataset.source)?.isSecondary ?? false
  }

  /// Candidates that count alike, those of one series or of one publication, in order of preference
  /// for some days.
  func kin(inOrderFor range: DayRange?) -> [[Int]] {
    var kin: [[Int]] = []
    for place in choice.series(inOrderFor: range) where !kin.contains(where: { $0.contains(place) })
    {
      kin.append(
        candidates.indices.filter { candidates[$0].dataset.isKin(of: candidates[place].dataset) }
      )
    }
    return kin
  }

  /// Whether each source answers for itself.
  var isBySource: Bool { !bySource.isEmpty }
}

extension [FigureTables] {
  /// Every day from the first to the last that any of them holds.
  var extent: DayRange? {
    compactMap(\.extent).hull
  }
}
