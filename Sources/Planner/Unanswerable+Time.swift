import Catalog
import Diagnostics
import QueryLanguage

extension Unanswerable {
  /// `change` and the like without time in the rows, with the question that may have been meant.
  var timelessComparison: Diagnostic? {
    guard let (name, span) = query.timelessExtra else { return nil }
    let isEra = query.keys.contains(.administration)
    return Diagnostic(
      "no-time-in-rows",
      isEra
        ? "`\(name)` compares periods of one length, and administrations are not"
        : "`\(name)` compares periods, and the rows have none",
      at: span,
      hint: "add a unit of time, as in `by fy`",
      questions: isEra ? [] : working([.fiscalYear, .month].map(adding)).prefix(1).map { $0 }
    )
  }

  /// The question with one more unit of time in front of its rows.
  private func adding(_ unit: TimeUnit) -> Query {
    var changed = query.query
    changed.clauses.insert(ByClause(keys: [.time(unit, query.columns[0].span)]), at: 0)
    return changed
  }

  /// No period that a fold goes over is held whole.
  func emptyFold(_ fold: ResolvedQuery.Fold) -> Diagnostic {
    Diagnostic(
      "nothing-to-fold",
      kind: .lackOfData,
      "no \(fold.unit.name) is complete, and partial ones have no \(fold.function.rawValue)",
      at: fold.span
    )
  }

  /// `others` without `top`, with the question that may have been meant.
  var othersWithoutTop: Diagnostic? {
    guard let span = query.extras.others, query.ranking == nil else { return nil }
    var changed = query.query
    changed.clauses.append(TopClause(isTop: true, count: 5, span: span))
    return Diagnostic(
      "others-without-top",
      "`others` sums up the values that `top` or `bottom` leaves out",
      at: span,
      hint: "as in `top 5 with others`",
      questions: working([changed])
    )
  }

  /// Datasets fit, but none counts in the unit of time of the question.
  func noUnit(for index: Int, _ units: [TimeUnit], _ fits: [Candidate]) -> Diagnostic {
    let column = query.column(of: index)
    let wanted = units.first { unit in !fits.contains { $0.serves(unit) } } ?? units.first
    let others = Self.units(of: fits)
    let unit = wanted ?? .month
    let nearest = others.sorted { $0.distance(to: unit) < $1.distance(to: unit) }
    return Diagnostic(
      "not-published-by-time",
      kind: .lackOfData,
      "this is not published by \(unit.name)",
      at: zip(query.keys, query.keySpans).first { $0.0.timeUnit == wanted }?.1 ?? column.span,
      hint: Self.published(by: others),
      questions: working(nearest.prefix(2).map { replacing(unit, by: $0) })
    )
  }

  /// A unit of time after `latest` or `last` that nothing is published by.
  static func notPublished(
    by unit: TimeUnit,
    _ column: ResolvedQuery.Column,
    _ candidates: [Candidate]
  ) -> Diagnostic {
    Diagnostic(
      "not-published-by-time",
      kind: .lackOfData,
      "`\(column.label)` is not published by \(unit.name)",
      at: column.span,
      hint: published(by: units(of: candidates))
    )
  }

  /// The units of time that some dataset counts in.
  private static func units(of candidates: [Candidate]) -> [TimeUnit] {
    TimeUnit.allCases.filter { unit in candidates.contains { $0.serves(unit) } }
  }

  private static func published(by units: [TimeUnit]) -> String {
    "it is published by \(units.map(\.name).joined(by: ", "))"
  }

  /// Datasets fit, but none holds a period of the question.
  func outside(_ supply: [Supply], _ selection: Selection) -> Diagnostic {
    outside(supply, selection.days, at: query.periodSpan)
  }

  func outside(_ supply: [Supply], _ days: DaySet, at span: SourceSpan?) -> Diagnostic {
    let column = query.columns[0]
    let name =
      supply.only.map { only in
        if case .figure = query.columns[0].value { column.label } else { only.figure.measure.name }
      } ?? column.label
    if let months = cutMonths(supply, days) { return insideMonth(months, column) }
    if let impossible = impossible(supply, days, at: span ?? column.span) { return impossible }
    if let untold = untoldValue(supply, days) { return untold }
    if let coarser = heldByCoarserPeriods(supply, days, name, at: span ?? column.span) {
      return coarser
    }
    if let inParts = heldInParts(supply, days, name, at: span ?? column.span) { return inParts }
    let extent = supply.extent
    let all = query.query.withoutPeriods
    var since = all
    if let extent {
      let first = Period(.fiscalYear, containing: extent.first)
      since.clauses.append(
        SinceClause(
          isIncluded: true,
          period: PeriodTerm(.period(first), at: column.span)
        )
      )
    }
    return Diagnostic(
      "outside-coverage",
      kind: .lackOfData,
      "`\(name)` is not held for this period",
      at: span ?? column.span,
      hint: ([extent.map { held($0, days, supply) }] + query.phraseNotes)
        .compactMap { $0 }.joined(by: ". "),
      questions: Array(working([all, since]).prefix(1))
    )
  }

  /// From when to when a series is held, and whether the period lies in a gap of it or inside one
  /// figure.
  private func held(_ extent: DayRange, _ days: DaySet, _ supply: [Supply]) -> String {
    let held = "held: \(dates(of: extent))"
    guard let asked = days.hull, extent.contains(asked) else { return held }
    let spans = supply.flatMap(\.candidates).filter { $0.dataset.time == .span }
      .flatMap(\.runs).map(\.days)
    guard
      let around = spans.filter({ $0.contains(asked) }).min(by: { $0.count < $1.count })
    else { return held + ", with gaps; this is one of them" }
    return held + ", this period only inside the figure of \(dates(of: around))"
  }

  /// Tables hold the period, but do not list a value of the question separately.
  private func untoldValue(_ supply: [Supply], _ days: DaySet) -> Diagnostic? {
    for own in supply {
      let fitting = Fitting(own.figure, of: query, catalog: catalog)
      let holdings = Editions(of: query, catalog).holdings(of: own.figure.measure)
      for (holding, reason) in fitting.misfits(of: holdings) where holding.dataset.rollupOf == 0 {
        guard case .value(let test) = reason,
          catalog.runs(of: holding).contains(where: { !days.intersection($0.days).isEmpty })
        else { continue }
        let names = test.members.filter { !catalog.occurs($0, in: holding.dataset.id) }
          .compactMap { catalog.member($0)?.name }.joined(by: ", ")
        return Diagnostic(
          "not-told-apart",
          kind: .lackOfData,
          "no table of `\(own.figure.measure.name)` for this period lists \(names)",
          at: query.periodSpan ?? query.columns[0].span,
          hint: (own.extent.map { "held: \(dates(of: $0)); " } ?? "")
            + "other tables have it under `other`, or not at all: that is not zero",
          questions: working([query.query.withoutPeriods, without(test.dimension)])
        )
      }
    }
    return nil
  }

  /// Nothing of the kind could exist then, which is not the same as no data being held.
  private func impossible(
    _ supply: [Supply],
    _ days: DaySet,
    at span: SourceSpan
  ) -> Diagnostic? {
    guard let measure = supply.only?.figure.measure, !days.isEmpty,
      days.intersection(measure.existence).isEmpty
    else { return nil }
    return Diagnostic(
      "not-applicable",
      kind: .lackOfData,
      "`\(measure.name)` could not be counted in this period: none exist outside "
        + "\(dates(of: measure.existence))",
      at: span,
      hint: query.phraseNotes.isEmpty ? nil : query.phraseNotes.joined(by: ". "),
      questions: Array(working([query.query.withoutPeriods]).prefix(1))
    )
  }

  /// The months around the days of the question, when months are held whole and not by day.
  private func cutMonths(_ supply: [Supply], _ days: DaySet) -> [Period]? {
    let months = days.ranges.flatMap { Period.all(.month, touching: $0) }
    guard !months.isEmpty, months.count <= 2,
      months.contains(where: { month in supply.contains { $0.covers(month.days) } })
    else { return nil }
    return months
  }

  private func insideMonth(_ months: [Period], _ column: ResolvedQuery.Column) -> Diagnostic {
    var changed = query.query.withoutPeriods
    let term = { (month: Period) in PeriodTerm(.period(month), at: column.span) }
    changed.clauses.append(
      InClause(
        ranges: [
          .init(first: term(months[0]), last: months.count > 1 ? term(months[1]) : nil)
        ]
      )
    )
    return Diagnostic(
      "inside-month",
      kind: .lackOfData,
      "this is published by whole months, and no whole month lies in these days",
      at: query.periodSpan ?? column.span,
      hint: "ask for the month",
      questions: working([changed])
    )
  }
}
