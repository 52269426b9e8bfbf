package import Catalog

/// Days of a row that one dataset answers.
package struct Use: Sendable {
  /// Index into the candidates, which are in order of preference.
  package let candidate: Int
  package let days: DaySet
}

/// Chooses, for the days of one row, which datasets answer which of them.
struct Choice {
  /// In order of preference.
  let candidates: [Candidate]
  let kind: Measure.Kind
  let catalog: any CatalogReader
  /// Where those begin that a user declared; after all of them where there are none beside what publishers hold.
  private let firstDeclared: Int

  init(candidates: [Candidate], kind: Measure.Kind, catalog: any CatalogReader) {
    self.candidates = candidates
    self.kind = kind
    self.catalog = catalog
    let first = candidates.firstIndex { $0.dataset.standing == .declared } ?? 0
    firstDeclared = first == 0 ? candidates.count : first
  }

  /// The datasets for the days of a row. Their days do not overlap; days that no use has are not held.
  func uses(for days: DaySet) -> [Use] {
    guard firstDeclared < candidates.count else { return chosen(for: days) }
    let published = choice(among: candidates[..<firstDeclared]).chosen(for: days)
    let left = left(of: days, beside: published)
    guard !left.isEmpty else { return published }
    // What a user declared answers what no publisher holds.
    let declared = choice(among: candidates[firstDeclared...]).chosen(for: left)
    return published + declared.map { Use(candidate: $0.candidate + firstDeclared, days: $0.days) }
  }

  private func choice(among own: ArraySlice<Candidate>) -> Choice {
    Choice(candidates: Array(own), kind: kind, catalog: catalog)
  }

  /// The days that others may answer beside some uses: one level or mean stands for all of them.
  private func left(of days: DaySet, beside uses: [Use]) -> DaySet {
    switch kind {
    case .flow: days.subtracting(uses.days)
    case .average, .stock, .limit: uses.isEmpty ? days : DaySet([])
    }
  }

  private func chosen(for days: DaySet) -> [Use] {
    switch kind {
    case .flow, .average: days.ranges.flatMap(flow)
    case .stock: lastReading(in: days).map { [$0] } ?? []
    case .limit: limit(in: days).map { [$0] } ?? []
    }
  }

  // MARK: Flows and averages

  /// One dataset for the whole range where one covers it; else fiscal years; else months and spans.
  private func flow(_ range: DayRange) -> [Use] {
    if let whole = covering(range) { return [whole] }
    // The answer ends with the data: what is held of the range may be covered whole.
    if let held = hull(in: range), held != range, let whole = covering(held, byPublisher: true) {
      return [whole]
    }
    let years = Period.all(.fiscalYear, touching: range)
    guard years.count > 1 else { return pieced(range) }
    let byYear = years.flatMap { year in
      let part = year.days.intersection(range)
      return covering(part).map { [$0] } ?? pieced(part)
    }
    // Years lose what crosses their ends: spans, and calendar years.
    guard candidates.contains(where: \.crossesFiscalYears), byYear.days != DaySet([range]) else {
      return byYear
    }
    let together = pieced(range)
    return together.days.dayCount > byYear.days.dayCount ? together : byYear
  }

  /// From the first to the last day of a range that any dataset of a publisher holds: the press may reach
  /// further, and does not take its place.
  private func hull(in range: DayRange) -> DayRange? {
    candidates.reduce(nil) { known, candidate in
      guard !isSecondary(candidate), let own = candidate.held(in: range).hull else { return known }
      return known?.union(own) ?? own
    }
  }

  private func covering(_ range: DayRange, byPublisher: Bool = false) -> Use? {
    if kind == .average, let printed = printed(range) { return printed }
    return candidates.firstIndex {
      $0.covers(range) && !(byPublisher && isSecondary($0)) && !reachesFurther($0, in: range)
    }.map {
      Use(candidate: $0, days: DaySet([range]))
    }
  }

  /// Whether a table covers a range only because it is a count of the press to a later day than the
  /// publisher's own.
  private func reachesFurther(_ candidate: Candidate, in range: DayRange) -> Bool {
    candidate.dataset.time == .span && isSecondary(candidate)
      && candidates.contains { !isSecondary($0) && !$0.held(in: range).isEmpty }
  }

  /// The figure of the whole range as the publisher gives it, rather than one made of its parts.
  private func printed(_ range: DayRange) -> Use? {
    candidates.firstIndex { $0.prints(range) }.map {
      Use(candidate: $0, days: DaySet([range]))
    }
  }

  /// A range that no dataset covers: the one that reaches furthest when no combination reaches
  /// further, else each month from the best that holds it, and spans for what is left.
  private func pieced(_ range: DayRange) -> [Use] {
    let combined = combination(range)
    let reached = combined.reduce(0) { $0 + $1.days.dayCount }
    var best: Use?
    for (index, candidate) in candidates.enumerated() {
      let held = candidate.held(in: range)
      guard held.dayCount > (best?.days.dayCount ?? 0) else { continue }
      // The press may reach further than the publisher, and does not take its place.
      if let best, isSecondary(candidate), !isSecondary(candidates[best.candidate]) { continue }
      best = Use(candidate: index, days: held)
    }
    guard let best, best.days.dayCount >= reached else { return combined }
    return [best]
  }

  private func isSecondary(_ candidate: Candidate) -> Bool {
    catalog.source(candidate.dataset.source)?.isSecondary ?? false
  }

  private func combination(_ range: DayRange) -> [Use] {
    let monthly = months(in: DaySet([range]))
    let years = calendarYears(in: range, beside: monthly.days)
    let rest = DaySet([range]).subtracting(years.days)
    let uses = years.isEmpty ? monthly : years + months(in: rest)
    return uses + spans(in: DaySet([range]).subtracting(uses.days))
  }

  /// Each month from the best dataset that holds it.
  private func months(in days: DaySet) -> [Use] {
    var uses: [Use] = []
    let finer = candidates.indices.filter { candidates[$0].dataset.time.holdsMonths }
    for range in days.ranges {
      let held = finer.compactMap { candidates[$0].held(in: range).hull }
        .reduce(nil as DayRange?) { $0?.union($1) ?? $1 }
      let months = held.map { Period.all(.month, touching: $0) } ?? []
      for month in months where range.contains(month.days) {
        guard let index = finer.first(where: { candidates[$0].covers(month.days) }) else {
          continue
        }
        if let last = uses.last, last.candidate == index {
          uses[uses.count - 1] = Use(candidate: index, days: last.days.union(DaySet([month.days])))
        } else {
          uses.append(Use(candidate: index, days: DaySet([month.days])))
        }
      }
    }
    return uses
  }

  /// Calendar years of which months do not hold all.
  private func calendarYears(in range: DayRange, beside months: DaySet) -> [Use] {
    let yearly = candidates.indices.filter { candidates[$0].dataset.time == .calendarYear }
    guard !yearly.isEmpty else { return [] }
    return Period.all(.calendarYear, touching: range).compactMap { year in
      guard range.contains(year.days), !months.contains(year.days),
        let index = yearly.first(where: { candidates[$0].covers(year.days) })
      else { return nil }
      return Use(candidate: index, days: DaySet([year.days]))
    }
  }

  /// Spans that lie in days not answered yet and do not overlap.
  private func spans(in days: DaySet) -> [Use] {
    var left = days
    var uses: [Use] = []
    for (index, candidate) in candidates.enumerated() where candidate.dataset.time == .span {
      for run in candidate.runs where left.contains(run.days) {
        uses.append(Use(candidate: index, days: DaySet([run.days])))
        left = left.subtracting(DaySet([run.days]))
      }
    }
    return uses
  }

  // MARK: Levels and limits

  /// The last reading in the days; of the better dataset where two have one for the same day.
  private func lastReading(in days: DaySet) -> Use? {
    var best: (index: Int, days: DayRange)?
    for (index, candidate) in candidates.enumerated() {
      guard let reading = candidate.lastReading(in: days) else { continue }
      if let known = best, known.days.last >= reading.last { continue }
      best = (index, reading)
    }
    return best.map { Use(candidate: $0.index, days: DaySet([$0.days])) }
  }

  /// A limit holds for its own period and no other.
  private func limit(in days: DaySet) -> Use? {
    days.ranges.only.flatMap(printed)
  }
}

extension [Use] {
  /// Every day that is answered.
  package var days: DaySet { DaySet(flatMap(\.days.ranges)) }
}

extension PublishedTime {
  /// Whether a month can be made of its periods.
  fileprivate var holdsMonths: Bool {
    switch self {
    case .month, .span, .date: true
    case .fiscalYear, .calendarYear: false
    }
  }
}

extension Candidate {
  /// Whether its periods can lie in two fiscal years.
  fileprivate var crossesFiscalYears: Bool {
    switch dataset.time {
    case .span, .calendarYear: true
    case .fiscalYear, .month, .date: false
    }
  }

  /// The days of the last period inside the given ones.
  fileprivate func lastReading(in days: DaySet) -> DayRange? {
    for range in days.ranges.reversed() {
      guard let held = held(in: range).ranges.last else { continue }
      switch dataset.time {
      case .date: return DayRange(held.last, held.last)
      case .span: return held
      case .fiscalYear, .calendarYear, .month:
        return dataset.time.unit.map { Period($0, containing: held.last).days }
      }
    }
    return nil
  }
}
