import Catalog

extension RowPeriod {
  /// The same periods a year before; without days where there are none.
  var yearBefore: RowPeriod {
    let earlier = periods.compactMap(\.yearBefore)
    let isWhole = earlier.count == periods.count
    let whole =
      isWhole
      ? (earlier.map(\.days).reduce(nil) { known, range in
        known?.intersection(range) ?? range
      } ?? self.whole.yearBefore) : self.whole
    let shifted = DaySet(days.ranges.map(\.yearBefore))
    return RowPeriod(
      periods: isWhole ? earlier : periods,
      days: !isWhole ? DaySet([]) : isCutByQuestion || periods.isEmpty ? shifted : DaySet([whole]),
      whole: whole
    )
  }
}
