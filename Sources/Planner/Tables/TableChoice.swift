package import Catalog

/// Chooses, for the days of one row, which datasets answer which of them.
///
/// Which months are held does not depend on how a period is cut: the days that a row holds are
/// those that its months, its whole years and the spans inside it hold.
struct TableChoice {
  /// In order of preference.
  let candidates: [Candidate]
  let kind: Measure.Kind
  let catalog: any CatalogReader
  /// What each candidate holds.
  let periods: [HeldPeriods]
  /// Which values the candidates list, where rows are broken down by a dimension; `nil` where they
  /// are not, or where there is only one table.
  let breakdowns: Breakdowns?
  /// The series that the candidates belong to, in the order of the best of each.
  let series: [Series]
  /// The members of each, in order of preference.
  let members: [[Int]]
  /// The candidates grouped by standing, where they differ in it: each group answers what those
  /// before leave.
  private let parts: [TableChoice]

  init(
    candidates: [Candidate],
    kind: Measure.Kind,
    catalog: any CatalogReader,
    values: ValuesOfRows
  ) {
    self.candidates = candidates
    self.kind = kind
    self.catalog = catalog
    breakdowns = Breakdowns(candidates, catalog, values)
    periods = candidates.map(\.periods)
    series = Series.all(of: candidates)
    members = series.map(\.members)
    parts = Self.parts(candidates).map {
      TableChoice(candidates: Array(candidates[$0]), kind: kind, catalog: catalog, values: values)
    }
  }

  /// Those that a user prefers, those of publishers and those that a user declared; none where all
  /// are of one kind.
  private static func parts(_ candidates: [Candidate]) -> [Range<Int>] {
    guard let first = candidates.first?.dataset.standing,
      first != candidates.last?.dataset.standing
    else { return [] }
    var parts: [Range<Int>] = []
    for index in candidates.indices {
      let standing = candidates[index].dataset.standing
      if let last = parts.last, candidates[last.lowerBound].dataset.standing == standing {
        parts[parts.count - 1] = last.lowerBound..<index + 1
      } else {
        parts.append(index..<index + 1)
      }
    }
    return parts
  }

  /// Whether tables that list different values can answer.
  var isDivided: Bool { breakdowns != nil }

  /// How much a candidate leaves unlisted in a range: 0 where it lists enough.
  func lack(of candidate: Int, _ range: DayRange) -> Int {
    guard let breakdowns, let own = series.first(where: { $0.members.contains(candidate) }) else {
      return 0
    }
    return breakdowns.lack(own, range)
  }

  /// The datasets for the days of a row. Their days do not overlap; days that no use has are not
  /// held.
  func uses(for days: DaySet) -> [TableDays] {
    guard !parts.isEmpty else { return chosen(for: days) }
    let found = inParts(days) { _ in true }
    guard kind == .flow, found.contains(where: isSpan), found.days != days else { return found }
    // A part of a year never replaces a whole year, whatever its standing: uses that would cut
    // months off a year are left out.
    let months = inParts(days) { !isSpan($0) }
    return months.days.dayCount > found.days.dayCount ? months : found
  }

  private func isSpan(_ use: TableDays) -> Bool { periods[use.candidate].time == .span }

  /// The same, each part answering what those before it leave.
  private func inParts(_ days: DaySet, _ isKept: (TableDays) -> Bool) -> [TableDays] {
    var (found, left, offset): ([TableDays], DaySet, Int) = ([], days, 0)
    for part in parts {
      defer { offset += part.candidates.count }
      guard !left.isEmpty else { continue }
      let own = part.chosen(for: left).map {
        TableDays(candidate: $0.candidate + offset, days: $0.days)
      }.filter(isKept)
      // What a user declared answers what no publisher holds, but never fills part of a publisher's
      // breakdown.
      if part.candidates[0].dataset.standing == .declared, let first = found.first,
        let breakdowns, own.contains(where: { !breakdowns.isAlike($0.candidate, first.candidate) })
      {
        continue
      }
      found += own
      left = self.left(of: days, beside: found)
    }
    return found
  }

  /// The days that others may answer beside some uses: one level or mean is enough for all of them.
  private func left(of days: DaySet, beside uses: [TableDays]) -> DaySet {
    switch kind {
    case .flow: days.subtracting(uses.days)
    case .average, .stock, .limit, .mean: uses.isEmpty ? days : DaySet([])
    }
  }

  private func chosen(for days: DaySet) -> [TableDays] {
    switch kind {
    case .flow, .average: days.ranges.flatMap(flow)
    case .stock: lastReading(in: days).map { [$0] } ?? []
    case .limit, .mean: limit(in: days).map { [$0] } ?? []
    }
  }

  // MARK: Levels and limits

  /// The last reading in the days, from the tables that list the most values; from the better one
  /// where two have a reading for the same day.
  private func lastReading(in days: DaySet) -> TableDays? {
    var best: (index: Int, days: DayRange, lack: Int)?
    for index in periods.indices {
      guard let reading = periods[index].lastReading(in: days) else { continue }
      let lack = lack(of: index, reading)
      if let known = best,
        known.lack < lack || known.lack == lack && known.days.last >= reading.last
      {
        continue
      }
      best = (index, reading, lack)
    }
    return best.map { TableDays(candidate: $0.index, days: DaySet([$0.days])) }
  }

  /// A limit applies only to its own period.
  private func limit(in days: DaySet) -> TableDays? {
    days.ranges.only.flatMap(printed)
  }
}

extension [TableDays] {
  /// Every day that is answered.
  package var days: DaySet { DaySet(flatMap(\.days.ranges)) }
}

extension HeldPeriods {
  /// The days of the last period inside the given ones.
  fileprivate func lastReading(in days: DaySet) -> DayRange? {
    for range in days.ranges.reversed() {
      guard let held = held(in: range).ranges.last else { continue }
      switch time {
      case .date: return DayRange(held.last, held.last)
      case .span: return held
      case .fiscalYear, .calendarYear, .month:
        return time.unit.map { Period($0, containing: held.last).days }
      }
    }
    return nil
  }
}
