import Catalog
import Diagnostics
import QueryLanguage

/// Says why tables that fit a question hold none of its days, and which questions may have been
/// meant.
struct NoPeriod {
  let query: ResolvedQuery
  let catalog: any CatalogReader
  /// The figures that are not held.
  let supply: [FigureTables]
  /// The days that they are not held for.
  let days: DaySet
  /// The same where the tables have none of them: then those that were named.
  let named: DaySet
  /// The place of the period in the question.
  let span: SourceSpan

  private var column: ResolvedQuery.ComputedColumn { query.columns[0] }

  init(
    _ query: ResolvedQuery,
    _ catalog: any CatalogReader,
    _ supply: [FigureTables],
    _ days: DaySet,
    named: DaySet? = nil,
    at span: SourceSpan? = nil
  ) {
    self.query = query
    self.catalog = catalog
    self.supply = supply
    self.days = days
    self.named = named ?? days
    self.span = span ?? query.periodSpan ?? query.columns[0].span
  }

  /// The column, or the measure when one of several is not held.
  var name: String {
    supply.only.map { only in
      if case .figure = column.value { column.label } else { only.figure.measure.name }
    } ?? column.label
  }

  var reason: RefusalReason {
    if let certain = cutMonths ?? impossible ?? untoldValue ?? heldByCoarserPeriods ?? heldByMonths
    {
      return certain.reason
    }
    var reason = outside.reason
    reason.better = heldForPart + heldInParts
    return reason
  }

  /// Nothing is known but that no period is held.
  private var outside: Refusal {
    let extent = supply.extent
    let all = query.query.withoutPeriods
    var since = all
    if let extent {
      let first = Period(.fiscalYear, containing: extent.first)
      since.clauses.append(
        SinceClause(isIncluded: true, period: PeriodTerm(.period(first), at: column.span))
      )
    }
    return .lackOfData(
      "outside-coverage",
      "`\(name)` is not held for this period",
      at: span,
      hint: ([extent.map(held), whyItIsNotHeld] + query.phraseNotes).compactMap { $0 }
        .joined(by: ". "),
      instead: [nearest, all, since].compactMap { $0 },
      most: 1
    )
  }

  /// What the catalog knows of periods after the first that is held, where no other table of the
  /// measure is newer than those that fit.
  private var whyItIsNotHeld: String? {
    guard let own = supply.only, let asked = days.hull, let extent = own.extent,
      asked.first > extent.first,
      catalog.holdings(of: own.figure.measure.id).allSatisfy({ holding in
        catalog.runs(of: holding).allSatisfy { $0.days.last <= extent.last }
      }),
      let pair = catalog.notHeld(of: own.figure.measure.id).first(where: {
        $0.beside == NotHeldPair.period
      })
    else { return nil }
    return catalog.notHeld(pair.thing)?.why
  }

  /// The question about the period of the same kind that is held and lies nearest.
  private var nearest: Query? {
    guard let asked = days.ranges.only, let period = Period(exactly: asked),
      let extent = supply.extent, !extent.contains(asked)
    else { return nil }
    let isLater = asked.last > extent.last
    let first = Period(period.unit, containing: extent.first)
    let held =
      isLater
      ? try? AskedRows.lastComplete(period.unit, query, supply, extent)
      : first.days.first < extent.first ? first.next : first
    guard let held else { return nil }
    return query.query.asking(held, at: span)
  }

  /// From when to when a series is held, and whether the period lies in a gap of it or inside one
  /// figure.
  private func held(_ extent: DayRange) -> String {
    let held = "held: \(dates(of: extent))"
    guard let asked = days.hull, extent.contains(asked) else { return held }
    let spans = supply.flatMap(\.candidates).filter { $0.dataset.time == .span }
      .flatMap(\.runs).map(\.days)
    guard
      let around = spans.filter({ $0.contains(asked) }).min(by: { $0.count < $1.count })
    else { return held + ", with gaps; this is one of them" }
    return held + ", this period only inside the figure of \(dates(of: around))"
  }

  /// Nothing of the kind could exist then, which is not the same as no data being held.
  private var impossible: Refusal? {
    guard let measure = supply.only?.figure.measure, !days.isEmpty,
      days.intersection(measure.existence).isEmpty
    else { return nil }
    return .lackOfData(
      "not-applicable",
      "`\(measure.name)` could not be counted in this period: none exist outside "
        + "\(dates(of: measure.existence))",
      at: span,
      hint: query.phraseNotes.isEmpty ? nil : query.phraseNotes.joined(by: ". "),
      instead: [query.query.withoutPeriods],
      most: 1
    )
  }

  /// The days lie inside one or two months, which are held whole and not by day.
  private var cutMonths: Refusal? {
    let months = days.ranges.flatMap { Period.all(.month, touching: $0) }
    guard !months.isEmpty, months.count <= 2,
      months.contains(where: { month in supply.contains { $0.covers(month.days) } })
    else { return nil }
    let changed = query.query.asking(
      months[0],
      to: months.count > 1 ? months[1] : nil,
      at: column.span
    )
    return .lackOfData(
      "inside-month",
      "this is published by whole months, and no whole month lies in these days",
      at: query.periodSpan ?? column.span,
      hint: "ask for the month",
      instead: [changed]
    )
  }
}
