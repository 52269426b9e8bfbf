extension [Administration] {
  /// The months of which most days belong to a term, the first to the last; of the last one, whose
  /// end is not known, all from its first month on.
  package func months(of index: Int) -> DayRange {
    let end = self.index(after: index) < endIndex ? firstMonth(of: index + 1).previous : nil
    return DayRange(firstMonth(of: index), end ?? .distantFuture)
  }

  /// The first day of the first month of which most days belong to a term.
  private func firstMonth(of index: Int) -> Day {
    Period(.month, containing: Day(number: self[index].start.number + 15)).days.first
  }
}
