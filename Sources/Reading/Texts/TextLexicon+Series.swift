import Catalog

/// When what is counted began to be counted.
extension TextLexicon {
  /// The most years of a series whose total people tell: that of a program.
  private static let longest = 10

  /// A series from its first month up to one, where it had begun some years before: paroles of a
  /// program, and not arrests of a century.
  func shortSeries(of measure: Measure, upTo month: Period) -> TimeSpan? {
    guard let start = start(of: measure) else { return nil }
    let first = Period(.month, containing: start)
    guard first < month, first.advanced(by: 12 * Self.longest) > month else { return nil }
    return TimeSpan(first, month)
  }

  /// The first day that is held of a measure.
  private func start(of measure: Measure) -> Day? {
    if let known = starts[measure.id] { return known }
    let found = catalog.holdings(of: measure.id).flatMap { catalog.runs(of: $0) }
      .map(\.days.first).min()
    starts[measure.id] = .some(found)
    return found
  }
}
