import Catalog
import Diagnostics
import QueryLanguage

/// What is held of a period although it does not answer the question.
extension NoPeriod {
  /// The days lie in years that are published whole and not by parts.
  var heldByCoarserPeriods: Refusal? {
    guard let asked = days.hull else { return nil }
    for unit in [TimeUnit.fiscalYear, .calendarYear] {
      let years = Period.all(unit, touching: asked)
      guard let first = years.first, let last = years.last, years.count <= Self.mostYears,
        !supply.contains(where: { $0.isRead(inside: years) }),
        case let isWhole = supply.allSatisfy({ own in years.allSatisfy { own.covers($0.days) } }),
        isWhole || supply.allSatisfy({ $0.answers(days, inside: years) })
      else { continue }
      var changed = query.query.withoutPeriods
      let term = { (year: Period) in PeriodTerm(.period(year), at: span) }
      changed.clauses.append(
        InClause(ranges: [.init(first: term(first), last: first == last ? nil : term(last))])
      )
      if first != last, !query.keys.contains(.time(unit)) {
        changed.clauses.insert(ByClause(keys: [.time(unit, span)]), at: 0)
      }
      return .lackOfData(
        "held-by-year",
        isWhole
          ? "`\(name)` is published by \(unit.name) only for this period"
          : "`\(name)` is published for this period only as part of "
            + years.map(\.label).joined(by: " and "),
        at: span,
        hint: "ask for the \(unit.name)\(first == last ? "" : "s")",
        instead: [changed]
      )
    }
    return nil
  }

  /// Some months of the days are published, and months of the figure do not combine.
  var heldByMonths: Refusal? {
    guard let own = supply.only, own.figure.measure.kind.isOfOnePeriod,
      !query.keys.contains(where: \.isTime), let asked = days.hull,
      Period.all(.month, touching: asked).contains(where: { own.covers($0.days) })
    else { return nil }
    var changed = query.query
    changed.clauses.insert(ByClause(keys: [.time(.month, span)]), at: 0)
    return .lackOfData(
      "held-by-month",
      "`\(name)` is published by month only for this period, and months of it do not combine",
      at: span,
      hint: "ask for the months",
      instead: [changed]
    )
  }

  /// The most years around a period that are still suggested.
  private static let mostYears = 3

  /// The tables that hold the period do not add up to the whole: each value that they name can be
  /// queried, but not their sum. One for each table; without a question that works, none says more
  /// than that nothing is held.
  var heldInParts: [Refusal] {
    misfits(in: days).filter { $0.reason == .incomplete }.map { _, holding, _ in
      .lackOfData(
        "held-in-parts",
        "the table that holds `\(name)` for this period does not add up to the whole",
        at: span,
        hint: "what it names can be asked for, and no sum of it",
        instead: [toldApart(as: holding.dataset)]
      )
    }
  }

  /// The tables that hold the period are limited to a part, which can be asked for.
  var heldForPart: [Refusal] {
    var known: [[Int]] = []
    return misfits(in: named).compactMap { _, holding, reason in
      guard case .scope(let entries) = reason, holding.dataset.rollupOf == 0 else { return nil }
      let members = entries.compactMap { catalog.member($0.member) }
      guard members.count == entries.count, !known.contains(members.map(\.id)) else { return nil }
      known.append(members.map(\.id))
      var changed = query.query
      changed.clauses.append(ForClause(values: members.map { Name($0) }))
      let names = members.map(\.name).joined(by: ", ")
      return .lackOfData(
        Diagnostic.heldForPart,
        "`\(name)` is held for this period only of a part: \(names)",
        at: span,
        hint: "ask for that part",
        instead: [changed]
      )
    }
  }

  /// Tables hold the period, but do not list a value of the question separately.
  var untoldValue: Refusal? {
    for (own, holding, reason) in misfits(in: days) where holding.dataset.rollupOf == 0 {
      guard case .value(let test) = reason else { continue }
      let names = test.members.filter { !catalog.occurs($0, in: holding.dataset.id) }
        .compactMap { catalog.member($0)?.name }.joined(by: ", ")
      return .lackOfData(
        "not-told-apart",
        "no table of `\(supply.count == 1 ? name : own.figure.measure.name)` for this period "
          + "lists \(names)",
        at: query.periodSpan ?? query.columns[0].span,
        hint: (own.extent.map { "held: \(dates(of: $0)); " } ?? "")
          + "other tables have it under `other`, or not at all: that is not zero",
        instead: [query.query.withoutPeriods, query.query.without(test.dimension, catalog)]
      )
    }
    return nil
  }

  /// The tables that hold something of the days and cannot answer the question.
  private func misfits(
    in days: DaySet
  ) -> [(own: FigureTables, holding: Holding, reason: Misfit)] {
    supply.flatMap { own in
      let fitting = TableFit(own.figure, of: query, catalog: catalog)
      let holdings = Editions(of: query, catalog).holdings(of: own.figure.measure)
      let holding = holdings.filter { holding in
        catalog.runs(of: holding).contains { !days.intersection($0.days).isEmpty }
      }
      return fitting.misfits(of: holding).map { (own, $0.holding, $0.reason) }
    }
  }

  /// The question broken down by every dimension of a table, with the values of a group one by one.
  private func toldApart(as dataset: Dataset) -> Query {
    var changed = query.query
    let filtered = (query.condition?.tests ?? []).filter { !$0.isSet }.map(\.dimension.id)
    let keys = dataset.dimensions.filter { id in
      !query.keys.contains { $0.dimension?.id == id } && !filtered.contains(id)
    }
    let names = keys.compactMap { catalog.dimension($0) }.map { ByClause.Key.dimension(Name($0)) }
    if !names.isEmpty { changed.clauses.append(ByClause(keys: names)) }
    for test in query.condition?.tests ?? [] where test.isSet && !test.isExcluded {
      changed = without(values: test, in: changed)
      let members = test.members.filter { catalog.occurs($0, in: dataset.id) }
      changed.clauses.append(
        ForClause(values: members.compactMap { catalog.member($0) }.map { Name($0) })
      )
    }
    return changed
  }

  private func without(values test: Condition.Test, in query: Query) -> Query {
    var changed = query
    changed.clauses = changed.clauses.compactMap { clause in
      (clause as? ForClause).map { $0.without(test.dimension, catalog) } ?? clause
    }
    return changed
  }
}

extension FigureTables {
  /// Whether levels of single days are held in some years: then a year is no longer period, only a
  /// later day.
  fileprivate func isRead(inside years: [Period]) -> Bool {
    candidates.contains { candidate in
      candidate.dataset.time == .date
        && years.contains { !candidate.held(in: $0.days).isEmpty }
    }
  }

  /// Whether figures of some years, or of the parts of them that are held, cover all these days.
  fileprivate func answers(_ days: DaySet, inside years: [Period]) -> Bool {
    years.allSatisfy { year in
      let asked = days.intersection(DaySet([year.days]))
      return asked.subtracting(uses(for: DaySet([year.days])).days).isEmpty
    }
  }
}
