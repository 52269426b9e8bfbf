import Catalog
import Diagnostics
import QueryLanguage

/// The datasets that can answer one figure of a question, best first.
struct Supply {
  let figure: ResolvedQuery.Figure
  let candidates: [Candidate]
  private let choice: Choice

  init(
    of index: Int,
    in query: ResolvedQuery,
    catalog: any CatalogReader,
    suggesting: Bool
  ) throws(Diagnostic) {
    figure = query.figures[index]
    let holdings = catalog.holdings(of: figure.measure.id)
    let fitting = Fitting(figure, of: query, catalog: catalog)
    let fits = holdings.compactMap { try? fitting.fit($0) }
    let units = query.keys.compactMap(\.timeUnit)
    candidates = Preference(catalog: catalog).sorted(
      fits.filter { candidate in units.allSatisfy(candidate.serves) }
    )
    choice = Choice(candidates: candidates, kind: figure.measure.kind, catalog: catalog)
    guard candidates.isEmpty else { return }
    let reason = Unanswerable(query, catalog, suggesting: suggesting)
    throw fits.isEmpty
      ? reason.noTable(for: index, fitting.misfits(of: holdings))
      : reason.noUnit(for: index, units, fits)
  }

  func uses(for days: DaySet) -> [Use] { choice.uses(for: days) }

  /// Ids of the sources that answer some days.
  func sources(for days: DaySet) -> IDSet {
    IDSet(uses(for: days).map { candidates[$0.candidate].dataset.source })
  }

  /// Every day from the first to the last that a candidate holds.
  var extent: DayRange? {
    candidates.lazy.flatMap(\.runs).map(\.days).reduce(nil) { known, run in
      known.map { $0.union(run) } ?? run
    }
  }

  /// Whether some dataset has a whole period among the days.
  func holdsAny(of days: DaySet) -> Bool {
    candidates.contains { candidate in
      days.ranges.contains { !candidate.held(in: $0).isEmpty }
    }
  }

  /// Whether every day of a range is answered.
  func covers(_ range: DayRange) -> Bool {
    switch figure.measure.kind {
    case .flow, .average: uses(for: DaySet([range])).days.contains(range)
    case .stock, .limit: !uses(for: DaySet([range])).isEmpty
    }
  }

  /// The finest unit of time in which the figure is published.
  var finestUnit: TimeUnit {
    candidates.map { $0.dataset.time.unit ?? ($0.dataset.time == .date ? .day : .fiscalYear) }
      .min { $0.order < $1.order } ?? .fiscalYear
  }
}

extension [Supply] {
  /// Every day from the first to the last that any of them holds.
  var extent: DayRange? {
    compactMap(\.extent).reduce(nil) { known, range in known.map { $0.union(range) } ?? range }
  }
}
