extension [Administration] {
  /// The periods of a unit of which most days belong to a term, the first to the last; of the last
  /// term, whose end is not known, all from its first period on.
  package func days(of index: Int, in unit: TimeUnit) -> DayRange {
    let end = self.index(after: index) < endIndex ? first(unit, of: index + 1).previous : nil
    return DayRange(first(unit, of: index), end ?? .distantFuture)
  }

  /// The first day of the first period of which most days belong to a term.
  private func first(_ unit: TimeUnit, of index: Int) -> Day {
    let start = self[index].start
    let period = Period(unit, containing: start)
    let own = DayRange(start, period.days.last).count
    return own * 2 > period.days.count ? period.days.first : period.days.last.next
  }

  /// The months of which most days belong to a term.
  package func months(of index: Int) -> DayRange { days(of: index, in: .month) }
}
