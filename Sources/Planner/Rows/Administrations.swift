import Catalog
import Diagnostics
import QueryLanguage

/// Assigns each period as a whole to the administration that held office on most of its days.
struct Administrations {
  private let all: [Administration]
  /// The periods in which the administration changed, in order.
  private var cut: [Period] = []
  /// The periods before the first administration that is listed.
  private var before: [Period] = []

  init(_ catalog: any CatalogReader) {
    all = catalog.administrations()
  }

  private func term(_ index: Int) -> DayRange {
    let end = index + 1 < all.count ? all[index + 1].start.previous : Day.distantFuture
    return DayRange(all[index].start, end)
  }

  /// The rows of a question by administration.
  mutating func pieces(
    of query: ResolvedQuery,
    _ supply: [FigureTables],
    in days: DaySet,
    asked: DaySet
  ) -> [RowPeriod] {
    let units = query.keys.compactMap(\.timeUnit)
    let assigned = periods(units, supply, days).compactMap { piece in
      administration(of: piece).map { (piece, $0) }
    }
    return units.isEmpty
      ? joined(assigned, asked) : assigned.map { $0.with($1, keys: query.keys.filter(\.isTime)) }
  }

  /// The days of the periods that some administrations are given: those of the rows, or what rows
  /// by administration would have. Which periods are cut is noted in ``cut``.
  mutating func days(
    of chosen: [Administration],
    _ units: [TimeUnit],
    _ supply: [FigureTables],
    in extent: DayRange
  ) -> DaySet {
    let terms = all.indices.filter { chosen.contains(all[$0]) }.map(months)
    let held = DayRange(
      Period(.fiscalYear, containing: extent.first).days.first,
      Period(.fiscalYear, containing: extent.last).days.last
    )
    let reach = DaySet([held] + (units.isEmpty ? [] : terms.flatMap(\.ranges)))
    let assigned = periods(units, supply, reach).compactMap { piece in
      administration(of: piece).map { (days: piece.days, $0) }
    }
    let own = DaySet(assigned.filter { chosen.contains($0.1) }.flatMap(\.days.ranges))
    let everyone = DaySet(assigned.flatMap(\.days.ranges))
    // What the data do not hold of a term is a part of it too.
    let missing = units.isEmpty ? DaySet(terms.flatMap(\.ranges)).subtracting(everyone) : DaySet([])
    let offices = all.indices.filter { chosen.contains(all[$0]) }.map(term)
    cut.removeAll { period in !offices.contains { $0.overlaps(period.days) } }
    let days = own.union(missing)
    // Where nothing of a term is held, its months are what is not.
    return days.isEmpty
      ? DaySet(all.indices.filter { chosen.contains(all[$0]) }.map(all.months)) : days
  }

  /// How the periods of some administrations are told: `under Biden: Feb 2021 – Jan 2025`.
  func assumption(on chosen: [Administration], _ days: DaySet) -> String {
    let terms = all.indices.filter { chosen.contains(all[$0]) }
    let reached = terms.filter { index in days.ranges.contains { $0.overlaps(term(index)) } }
    let names = reached.map { all[$0].name }.joined(by: " and ")
    let lacking = terms.filter { !reached.contains($0) }.map {
      "nothing is held of \(all[$0].name)"
    }
    let months = days.ranges.map { range in
      let first = Period(.month, containing: range.first).label
      return range.last == .distantFuture
        ? "\(first) on" : "\(first) – \(Period(.month, containing: range.last).label)"
    }
    // A period that an inauguration cuts is one administration's as a whole.
    let parts = [
      ("counted whole", cut.filter { days.contains($0.days) }),
      ("left out", cut.filter { !days.contains($0.days) }),
    ]
    let told = parts.filter { !$0.1.isEmpty }.map { "\($0.1.listed) \($0.0)" }
    return (["under \(names): \(months.joined(by: ", "))"] + told + lacking).joined(by: "; ")
  }

  /// The periods that are each given whole to one administration: those of the rows; otherwise
  /// months, where every figure has them; otherwise fiscal years.
  private func periods(_ units: [TimeUnit], _ supply: [FigureTables], _ days: DaySet) -> [RowPeriod]
  {
    guard units.isEmpty else { return RowPeriod.all(units, in: days) }
    return RowPeriod.all([.fiscalYear], in: days).flatMap { year -> [RowPeriod] in
      let months = RowPeriod.all([.month], in: year.days)
      let areHeld = months.contains { month in
        supply.allSatisfy { $0.holdsOrCannotHold(month.whole) }
          && supply.contains { $0.candidates.contains { $0.covers(month.whole) } }
      }
      return areHeld ? months : [year]
    }
  }

  private mutating func administration(of piece: RowPeriod) -> Administration? {
    var days: [(Administration, Int)] = []
    for (index, own) in all.enumerated() {
      let count = piece.whole.intersection(term(index)).count
      if count > 0 { days.append((own, count)) }
    }
    let known = days.reduce(0) { $0 + $1.1 }
    guard let most = days.max(by: { $0.1 < $1.1 }),
      known == piece.whole.count || most.1 * 2 > piece.whole.count
    else {
      if let period = piece.period { before.append(period) }
      return nil
    }
    if days.count > 1 || known < piece.whole.count, let period = piece.period { cut.append(period) }
    return most.0
  }

  /// One row for each administration. A row notes what the data do not hold of its term.
  private func joined(
    _ assigned: [(piece: RowPeriod, administration: Administration)],
    _ asked: DaySet
  ) -> [RowPeriod] {
    let everyone = DaySet(assigned.flatMap(\.piece.days.ranges))
    return all.indices.compactMap { index in
      let own = all[index]
      let days = DaySet(
        assigned.filter { $0.administration == own }.flatMap(\.piece.days.ranges)
      )
      guard let hull = days.hull else { return nil }
      let missing = asked.intersection(months(of: index)).subtracting(everyone)
      return RowPeriod(
        periods: [],
        codes: [own.id],
        days: days,
        whole: missing.hull.map { hull.union($0) } ?? hull,
        administration: own,
        term: days.union(missing),
        isCutShort: !months(of: index).subtracting(asked).isEmpty
      )
    }
  }

  /// The months of which most days belong to a term; empty for the last administration, whose end
  /// is not known.
  private func months(of index: Int) -> DaySet {
    index + 1 < all.count ? DaySet([all.months(of: index)]) : DaySet([])
  }

  /// Which periods of the answer were cut, as sentences.
  func notes(on frame: Frame) -> [String] {
    let held = DaySet(frame.figures.flatMap(\.heldDays.ranges))
    let cut = self.cut.filter { !held.intersection($0.days).isEmpty }
    let rule = "each period counts for the administration in office on most of its days"
    let names = cut.listed
    return [cut.isEmpty ? nil : "\(rule); cut: \(names)", leftOut].compactMap { $0 }
  }

  /// A note on what is held from before the first administration that is listed.
  private var leftOut: String? {
    guard let first = before.first, let last = before.last, let name = all.first?.name else {
      return nil
    }
    let periods = first == last ? first.label : "\(first.label) – \(last.label)"
    return "administrations are listed from \(name) on: \(periods) left out"
  }
}

extension FigureTables {
  /// Whether some table holds a month, or the measure could not be counted in it.
  fileprivate func holdsOrCannotHold(_ month: DayRange) -> Bool {
    candidates.contains { $0.covers(month) } || !figure.measure.existence.overlaps(month)
  }
}

extension RowPeriod {
  /// The same row, broken down by the administration too.
  fileprivate func with(_ own: Administration, keys: [ResolvedQuery.Key]) -> RowPeriod {
    var rest = periods.makeIterator()
    let codes = keys.map { key in
      key == .administration ? own.id : rest.next()?.code ?? 0
    }
    return RowPeriod(periods: periods, codes: codes, days: days, whole: whole, administration: own)
  }
}
