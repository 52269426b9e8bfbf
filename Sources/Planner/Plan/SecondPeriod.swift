import Catalog
import Diagnostics
import QueryLanguage

/// The second period of `vs`.
struct SecondPeriod {
  let query: ResolvedQuery
  let supply: [FigureTables]
  let main: Frame
  let versus: ResolvedQuery.Versus
  let catalog: any CatalogReader

  init(
    _ query: ResolvedQuery,
    _ supply: [FigureTables],
    _ main: Frame,
    _ versus: ResolvedQuery.Versus,
    _ catalog: any CatalogReader
  ) {
    self.query = query
    self.supply = supply
    self.main = main
    self.versus = versus
    self.catalog = catalog
  }

  func reference(_ together: ExpressionTables) throws(Refusal) -> Reference {
    let pieces = try pieces()
    let reference = Reference(.versus, query, supply, pieces, together)
    if let missing = missing(in: reference.frame) {
      throw notHeld([supply[missing]], DaySet(reference.frame.pieces.flatMap(\.days.ranges)))
    }
    guard isLikeWithLike(reference.frame) else { throw unequal(reference.frame) }
    return reference
  }

  /// A figure that the second period lacks, when without it no column has an answer there.
  private func missing(in other: Frame) -> Int? {
    let columns = query.columns.filter(\.isShown).map { query.figures(in: $0.value) }
    let lacking = columns.map { column in
      column.first { figure in
        other.figures[figure].rows.allSatisfy(\.held.isEmpty)
          && !other.figures[figure].rows.allSatisfy(\.isImpossible)
      }
    }
    guard lacking.allSatisfy({ $0 != nil }) else { return nil }
    // Parts of an expression are held together or not at all: the figure at fault is the one held
    // nowhere.
    let blamed = columns.joined().first { figure in
      other.pieces.allSatisfy { supply[figure].uses(for: $0.days).isEmpty }
    }
    return blamed ?? lacking.compactMap { $0 }.first
  }

  private func pieces() throws(Refusal) -> [RowPeriod] {
    guard let days = versus.days else { return main.pieces.map(\.yearBefore) }
    let pieces = RowPeriod.all(query.keys.compactMap(\.timeUnit), in: days)
    guard supply.contains(where: { $0.holdsAny(of: days) }) else {
      throw notHeld(supply, days)
    }
    guard pieces.count == main.pieces.count else { throw unequal(nil) }
    return pieces
  }

  /// Whether both sides hold as many months, for everything that is counted over time. Rates and
  /// averages of whole periods are alike, however long those are.
  private func isLikeWithLike(_ other: Frame) -> Bool {
    zip(main.figures, other.figures).allSatisfy { own, theirs in
      switch own.figure.measure.kind {
      case .stock, .limit, .mean: true
      case .flow, .average:
        zip(main.pieces.indices, other.pieces.indices).allSatisfy { mine, yours in
          guard !theirs.rows[yours].held.isEmpty else { return true }
          let isPartial = own.isPartial(mine, main.pieces[mine])
          guard isPartial == theirs.isPartial(yours, other.pieces[yours]) else { return false }
          let isOfAnyLength = query.per != nil || own.figure.measure.kind == .average
          return isOfAnyLength && !isPartial
            || main.length(of: own, mine) == other.length(of: theirs, yours)
        }
      }
    }
  }

  private func notHeld(_ supply: [FigureTables], _ days: DaySet) -> Refusal {
    Refusal { NoPeriod(query, catalog, supply, days, at: versus.span).reason }
  }

  private func unequal(_ other: Frame?) -> Refusal {
    let reason =
      if let other, lengths(of: main).held != lengths(of: other).held {
        "\(name(of: main)) holds \(lengths(of: main).words), \(name(of: other)) \(lengths(of: other).words)"
      } else {
        "the two periods are not equally long"
      }
    return Refusal(
      Diagnostic(
        "unequal-spans",
        "\(reason): their difference would measure the length of the periods",
        at: versus.span,
        hint: "compare like with like"
      ),
      instead: alternatives
    )
  }

  /// How many months of a side are held: `11 of 12 months`; its dates, where they cut a month.
  private func lengths(of frame: Frame) -> (held: Int, words: String) {
    let held =
      frame.figures.first.map { figure in
        frame.pieces.indices.map { frame.length(of: figure, $0) }.reduce(0, +)
      } ?? 0
    let asked = frame.pieces.map(\.days.monthCount).reduce(0, +)
    let days = DaySet(frame.figures.first?.rows.flatMap(\.held.ranges) ?? []).hull
    if let days, !days.first.isFirstOfMonth || !days.last.isLastOfMonth {
      return (held, shortDates(of: days))
    }
    return (
      held, held == asked ? "\(held) month\(held == 1 ? "" : "s")" : "\(held) of \(asked) months"
    )
  }

  /// A side by the name of its period, or by its dates.
  private func name(of frame: Frame) -> String {
    guard let days = DaySet(frame.pieces.flatMap(\.days.ranges)).hull else { return "" }
    return Catalog.name(of: days)
  }

  /// The months that the first period holds, against the same months of the other year; or both by
  /// the month.
  private var alternatives: [Query] {
    guard let held = DaySet(main.figures.flatMap(\.heldDays.ranges)).hull else {
      return []
    }
    var earlier = held.yearBefore
    if let start = versus.days?.hull?.first, start < held.first {
      while earlier.first > start, earlier.first.yearBefore >= start {
        earlier = earlier.yearBefore
      }
    }
    var changed = query.query.withoutPeriods
    changed.clauses.removeAll { $0 is VersusClause }
    changed.clauses.append(InClause(ranges: [range(held)]))
    changed.clauses.append(VersusClause(other: .range(range(earlier)), span: versus.span))
    var byMonth = query.query
    byMonth.clauses.append(PerClause(unit: .month, span: versus.span))
    return [changed] + (query.per == nil ? [byMonth] : [])
  }

  private func range(_ days: DayRange) -> InClause.Range {
    let first = PeriodTerm(.period(Period(.month, containing: days.first)), at: versus.span)
    let last = PeriodTerm(.period(Period(.month, containing: days.last)), at: versus.span)
    return InClause.Range(first: first, last: first.value == last.value ? nil : last)
  }
}
