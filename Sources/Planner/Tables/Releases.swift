import Catalog

/// The releases that tables come from, as they are ordered as of a day: the newest first, then the
/// one that was imported last, then the one that reaches furthest. Tables of one release are
/// ordered by their rank: a printed year before its months.
struct Releases {
  private let all: [(source: Int, published: Day, reach: Day)]

  init(_ candidates: [Candidate], _ catalog: any CatalogReader) {
    all = IDSet(candidates.map(\.dataset.source)).elements.map { source in
      let own = candidates.filter { $0.dataset.source == source }
      return (
        source,
        catalog.source(source)?.lastPossibleDay ?? .distantPast,
        own.compactMap { $0.runs.last?.days.last }.max() ?? .distantPast
      )
    }
  }

  /// Whether a table's release comes before another one's; `nil` for tables of one release.
  func isNewer(_ a: Merits, _ b: Merits) -> Bool? {
    guard a.source != b.source, let x = all.first(where: { $0.source == a.source }),
      let y = all.first(where: { $0.source == b.source })
    else { return nil }
    if x.published != y.published { return x.published > y.published }
    if a.importOrder != b.importOrder { return a.importOrder > b.importOrder }
    if x.reach != y.reach { return x.reach > y.reach }
    return x.source < y.source
  }
}
