import Catalog

/// Which datasets answer a range of what is added up or averaged over days.
extension TableChoice {
  /// Whole fiscal years year by year; any other range from one series where one covers it,
  /// otherwise from its fiscal years and the parts of them.
  func flow(_ range: DayRange) -> [TableDays] {
    if kind == .average, let printed = printed(range) { return [printed] }
    let years = Period.all(.fiscalYear, touching: range)
    guard years.count > 1 else { return inOneYear(range) }
    let isWholeYears =
      years[0].days.first == range.first && years[years.count - 1].days.last == range.last
    if !isWholeYears, let whole = covering(range) { return whole }
    let byYear = years.flatMap { inOneYear($0.days.intersection(range)) }
    guard !isWholeYears else {
      if byYear.days == DaySet([range]) { return unmixed(byYear, range) }
      return covering(range) ?? further(byYear, than: pieced, range)
    }
    // Months before years: what holds for each month holds for all of them together.
    let together = pieced(range)
    return together.days.dayCount < byYear.days.dayCount ? unmixed(byYear, range) : together
  }

  /// What the years of a range hold, or what the range as a whole holds if that is more: taken year
  /// by year, spans and calendar years that cross fiscal years are lost.
  private func further(
    _ byYear: [TableDays],
    than together: (DayRange) -> [TableDays],
    _ range: DayRange
  ) -> [TableDays] {
    guard periods.contains(where: \.crossesFiscalYears) else { return unmixed(byYear, range) }
    let other = together(range)
    return other.days.dayCount > byYear.days.dayCount ? other : unmixed(byYear, range)
  }

  private func inOneYear(_ range: DayRange) -> [TableDays] { covering(range) ?? pieced(range) }

  /// In one breakdown a value is counted either in a table's `other` or beside it: where one series
  /// holds as much as several together, everything is taken from that series.
  private func unmixed(_ uses: [TableDays], _ range: DayRange) -> [TableDays] {
    guard let breakdowns, let first = uses.first,
      uses.contains(where: { !breakdowns.isAlike($0.candidate, first.candidate) })
    else { return uses }
    let wanted = uses.days
    return inOrder(range).lazy.map { held(in: range, by: $0) }.first { $0.days == wanted } ?? uses
  }

  /// The datasets of one series that cover a range whole.
  private func covering(_ range: DayRange) -> [TableDays]? {
    if kind == .average, let printed = printed(range) { return [printed] }
    for own in inOrder(range) {
      if let index = own.first(where: { periods[$0].covers(range) }) {
        return [TableDays(candidate: index, days: DaySet([range]))]
      }
      guard own.count > 1 else { continue }
      let uses = held(in: range, by: own)
      if uses.days == DaySet([range]) { return uses }
    }
    return nil
  }

  /// What the datasets of a series hold of a range, the best of them first.
  private func held(in range: DayRange, by own: [Int]) -> [TableDays] {
    var left = DaySet([range])
    var uses: [TableDays] = []
    for index in own where !left.isEmpty {
      let days = DaySet(left.ranges.flatMap { periods[index].held(in: $0).ranges })
      guard !days.isEmpty else { continue }
      uses.append(TableDays(candidate: index, days: days))
      left = left.subtracting(days)
    }
    return uses.count > 1 ? uses.sorted { $0.start < $1.start } : uses
  }

  private func isSecondary(_ candidate: Candidate) -> Bool {
    catalog.source(candidate.dataset.source)?.isSecondary ?? false
  }

  /// The members of each series, in order of preference for a range: where rows are broken down by
  /// a dimension, what leaves much of it under `other` ranks after what leaves less.
  private func inOrder(_ range: DayRange) -> [[Int]] {
    guard let breakdowns else { return members }
    return breakdowns.inOrder(series, range)
  }

  /// The best candidate of each series, in order of preference for a range.
  func series(inOrderFor range: DayRange?) -> [Int] {
    (range.map(inOrder) ?? members).map { $0[0] }
  }

  /// The same of single candidates.
  private func indicesInOrder(_ range: DayRange) -> [Int] {
    breakdowns?.inOrder(candidates.indices.map(Series.init(of:)), range).flatMap(\.self)
      ?? Array(candidates.indices)
  }

  /// The figure of the whole range as the publisher gives it, rather than one made of its parts.
  func printed(_ range: DayRange) -> TableDays? {
    periods.firstIndex { $0.prints(range) }.map {
      TableDays(candidate: $0, days: DaySet([range]))
    }
  }

  /// A range that no series covers: the dataset that reaches furthest when no combination reaches
  /// further, otherwise each month from the best that holds it, and spans for what is left.
  private func pieced(_ range: DayRange) -> [TableDays] {
    let combined = combination(range)
    let reached = combined.days.dayCount
    var best: TableDays?
    for index in indicesInOrder(range) {
      let held = periods[index].held(in: range)
      guard held.dayCount > (best?.days.dayCount ?? 0) else { continue }
      best = TableDays(candidate: index, days: held)
    }
    guard let best, best.days.dayCount >= reached else { return unmixed(combined, range) }
    return [best]
  }

  private func combination(_ range: DayRange) -> [TableDays] {
    let monthly = months(in: DaySet([range]))
    let years = calendarYears(in: range, beside: monthly.days)
    let rest = DaySet([range]).subtracting(years.days)
    let uses = years.isEmpty ? monthly : years + months(in: rest)
    return uses + spans(in: DaySet([range]).subtracting(uses.days))
  }

  /// Each month from the best dataset that holds it.
  private func months(in days: DaySet) -> [TableDays] {
    var uses: [TableDays] = []
    for range in days.ranges {
      let finer = indicesInOrder(range).filter { periods[$0].time.holdsMonths }
      let held = finer.compactMap { periods[$0].held(in: range).hull }
        .reduce(nil as DayRange?) { $0?.union($1) ?? $1 }
      let months = held.map { Period.all(.month, touching: $0) } ?? []
      for month in months where range.contains(month.days) {
        guard let index = finer.first(where: { periods[$0].covers(month.days) }) else {
          continue
        }
        if let last = uses.last, last.candidate == index {
          uses[uses.count - 1] = TableDays(
            candidate: index,
            days: last.days.union(DaySet([month.days]))
          )
        } else {
          uses.append(TableDays(candidate: index, days: DaySet([month.days])))
        }
      }
    }
    return uses
  }

  /// Calendar years of which months do not hold all.
  private func calendarYears(in range: DayRange, beside months: DaySet) -> [TableDays] {
    let yearly = candidates.indices.filter { periods[$0].time == .calendarYear }
    guard !yearly.isEmpty else { return [] }
    return Period.all(.calendarYear, touching: range).compactMap { year in
      guard range.contains(year.days), !months.contains(year.days),
        let index = yearly.first(where: { periods[$0].covers(year.days) })
      else { return nil }
      return TableDays(candidate: index, days: DaySet([year.days]))
    }
  }

  /// Spans that lie in days not answered yet and do not overlap, those of publishers first.
  private func spans(in days: DaySet) -> [TableDays] {
    let all = candidates.indices.filter { periods[$0].time == .span }
    guard !all.isEmpty else { return [] }
    var left = days
    var uses: [TableDays] = []
    for index in all.filter({ !isSecondary(candidates[$0]) })
      + all.filter({ isSecondary(candidates[$0]) })
    {
      for run in periods[index].runs where left.contains(run.days) {
        uses.append(TableDays(candidate: index, days: DaySet([run.days])))
        left = left.subtracting(DaySet([run.days]))
      }
    }
    return uses
  }
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

extension HeldPeriods {
  /// Whether its periods can lie in two fiscal years.
  fileprivate var crossesFiscalYears: Bool {
    switch time {
    case .span, .calendarYear: true
    case .fiscalYear, .month, .date: false
    }
  }
}
