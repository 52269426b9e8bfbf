import Catalog

/// The periods that a table holds: small enough to be copied for every row of a question, where a
/// whole candidate is not.
struct HeldPeriods: Sendable {
  let time: PublishedTime
  /// Unbroken runs of them, in order.
  let runs: [PeriodRun]

  /// The days of a range that are held in periods wholly inside the range.
  func held(in range: DayRange) -> DaySet {
    var found: [DayRange] = []
    for run in runs where run.days.overlaps(range) {
      let whole = aligned(run.days.intersection(range), within: run.days)
      if !whole.isEmpty { found.append(whole) }
    }
    return DaySet(found)
  }

  /// Whether every day of a range is held, in periods wholly inside it.
  func covers(_ range: DayRange) -> Bool {
    for run in runs where run.days.contains(range) {
      return aligned(range, within: run.days) == range
    }
    guard time == .span else { return false }
    return held(in: range) == DaySet([range])
  }

  /// The largest part of a range that whole periods make up.
  private func aligned(_ range: DayRange, within run: DayRange) -> DayRange {
    guard let unit = time.unit else {
      // Each date or span is a separate run: used whole or not at all.
      return range == run ? range : DayRange(range.first, range.first.previous)
    }
    let first = Period(unit, containing: range.first).days
    let last = Period(unit, containing: range.last).days
    return DayRange(
      first.first == range.first ? first.first : first.last.next,
      last.last == range.last ? last.last : last.first.previous
    )
  }

  /// Whether a range is one of the periods, or a span that it covers.
  func prints(_ range: DayRange) -> Bool {
    covers(range)
      && time.unit.map { Period($0, containing: range.first).days == range } ?? true
  }
}
