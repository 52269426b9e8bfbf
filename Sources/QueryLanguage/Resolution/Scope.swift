import Catalog
import Diagnostics

/// What names mean while a question is resolved.
package struct Scope {
  let catalog: any CatalogReader
  /// Notes on the phrases met so far.
  var phraseNotes: [String] = []
  /// The measures that the current column names, in order.
  var namedMeasures: [Measure] = []
  /// Measures and numbers met so far, including those that names made with `let` contain.
  var operands = 0

  init(catalog: any CatalogReader) {
    self.catalog = catalog
  }

  /// Runs after all clauses of a role are resolved.
  mutating func finish(_ role: ClauseRole, _ draft: inout ResolvedQuery) throws(Diagnostic) {
    switch role {
    case .rows:
      if let key = draft.acrossKey {
        try key.resolve(into: &draft, in: self)
        draft.isAcross = true
      }
    case .values: try keepPendingValues(&draft)
    case .period:
      // With the period known, a question without rows and period gets a row for each year.
      breakDownByYear(&draft)
    case .computed:
      draft.makeOutputs()
      draft.tellWhatSharesAreOf()
      try resolvePendingTests(&draft)
    case .condition, .shape: break
    }
  }

  /// Restricts to the values named after `for` and `by`, all of them together.
  mutating func keepPendingValues(_ draft: inout ResolvedQuery) throws(Diagnostic) {
    for test in try tests(of: draft.pendingValues, for: draft) { draft.restrict(to: .test(test)) }
    draft.pendingValues = []
  }

  func dimension(_ name: Name) throws(Diagnostic) -> Dimension {
    guard let dimension = dimensions(name).first else {
      throw .unknown("dimension", name, near: [])
    }
    return dimension
  }

  /// The same in a question: of several dimensions that people call alike, `country`, the first
  /// that the tables of its measures have.
  func dimension(_ name: Name, of draft: ResolvedQuery) throws(Diagnostic) -> Dimension {
    let all = dimensions(name)
    guard all.count > 1 else { return try dimension(name) }
    let published = published(IDSet(all.map(\.id)), of: draft)
    return all.first { published.contains($0.id) } ?? all[0]
  }

  /// All dimensions with a name, the likeliest first.
  func dimensions(_ name: Name) -> [Dimension] {
    name.matches.filter { $0.kind == .dimension }.compactMap { catalog.dimension($0.target) }
  }

  mutating func note(_ phrase: Phrase) {
    guard !phrase.note.isEmpty, !phraseNotes.contains(phrase.note) else { return }
    phraseNotes.append(phrase.note)
  }

  /// A question without `by` and without a period gets a row for each year, and a note says so.
  func breakDownByYear(_ draft: inout ResolvedQuery) {
    guard !draft.query.asksOneValue,
      draft.keys.isEmpty || draft.keys.count == 1 && draft.isAcross, draft.folds.isEmpty,
      draft.days == nil, draft.relativePeriods.isEmpty, !draft.isYearToDate,
      draft.keys.allSatisfy({ !$0.isTime })
    else { return }
    let unit: TimeUnit =
      draft.figures.allSatisfy(isPublishedByCalendarYear) ? .calendarYear : .fiscalYear
    draft.keys.insert(.time(unit), at: 0)
    draft.keySpans.insert(draft.columns[0].span, at: 0)
    draft.assumptions.append("by \(unit.name), all that is held")
  }

  /// Whether a measure is published by calendar year and not by fiscal year.
  func isPublishedByCalendarYear(_ figure: ResolvedQuery.Figure) -> Bool {
    let times = catalog.tables(of: figure.measure.id).times
    return times.contains(.calendarYear) && !times.contains(.fiscalYear)
  }

  /// The days of a period as typed. A bare year is a fiscal year, unless the question is in
  /// calendar years.
  func days(of term: PeriodTerm, for draft: inout ResolvedQuery) throws(Diagnostic) -> DayRange {
    switch term.value {
    case .period(let period):
      if let event = term.event { draft.assume("\(event.name): \(period.label)") }
      return period.days
    case .administration(let terms):
      guard let only = terms.only else { throw .severalTerms(term, terms) }
      let all = catalog.administrations()
      return all.months(of: all.firstIndex(of: only) ?? 0)
    case .bareYear(let year):
      let units = draft.keys.compactMap(\.timeUnit)
      if units.contains(.calendarYear) { return Period.calendarYear(year).days }
      let fiscal = Period.fiscalYear(year)
      if units.contains(.fiscalYear) { return fiscal.days }
      if draft.figures.allSatisfy(isPublishedByCalendarYear) {
        draft.assume("\(year) read as the calendar year; the measure is published so")
        return Period.calendarYear(year).days
      }
      draft.assume("\(year) read as fiscal year \(year)")
      return fiscal.days
    }
  }
}
