import Catalog

/// Orders datasets that could answer the same question for the same period.
///
/// What a user prefers before what publishers say, and that before what a user only declared. Then
/// complete before partial; without withheld cells before a sum that lacks them; then lower rank,
/// exact before rounded, newer, imported later, smaller. Superseded editions come after current ones.
///
/// As of a day: the newest release published by then, then the one that reaches furthest, whatever
/// its rank.
struct Preference {
  let catalog: any CatalogReader
  var isAsOf = false

  func sorted(_ candidates: [Candidate]) -> [Candidate] {
    let releases = isAsOf ? Releases(candidates, catalog) : nil
    // Indices are moved and not the candidates, which are large.
    return candidates.indices.sorted { isBetter(candidates[$0], candidates[$1], releases) }
      .map { candidates[$0] }
  }

  func isBetter(_ a: Candidate, _ b: Candidate, _ releases: Releases? = nil) -> Bool {
    if a.dataset.standing != b.dataset.standing { return a.dataset.standing < b.dataset.standing }
    if a.dataset.isComplete != b.dataset.isComplete { return a.dataset.isComplete }
    if a.sumsWithheld != b.sumsWithheld { return b.sumsWithheld }
    if let releases, let isNewer = releases.isNewer(a, b) { return isNewer }
    if a.dataset.isSuperseded != b.dataset.isSuperseded { return b.dataset.isSuperseded }
    if a.dataset.rank != b.dataset.rank { return a.dataset.rank < b.dataset.rank }
    if a.dataset.rounding != b.dataset.rounding { return a.dataset.rounding < b.dataset.rounding }
    if a.dataset.source != b.dataset.source {
      let (x, y) = (published(a), published(b))
      if x != y { return x > y }
      // Of imports of one day the last one is the one that was meant.
      let (i, j) = (a.dataset.importOrder, b.dataset.importOrder)
      if i != j { return i > j }
    }
    if a.dataset.size != b.dataset.size { return a.dataset.size < b.dataset.size }
    return a.dataset.id < b.dataset.id
  }

  private func published(_ candidate: Candidate) -> String {
    catalog.source(candidate.dataset.source)?.published ?? ""
  }
}

/// The releases that tables come from, as they are ordered as of a day: the newest first, then the one that
/// was imported last, then the one that reaches furthest. Tables of one release are told apart by their rank: a printed year before its months.
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
  func isNewer(_ a: Candidate, _ b: Candidate) -> Bool? {
    guard a.dataset.source != b.dataset.source,
      let x = all.first(where: { $0.source == a.dataset.source }),
      let y = all.first(where: { $0.source == b.dataset.source })
    else { return nil }
    if x.published != y.published { return x.published > y.published }
    let (i, j) = (a.dataset.importOrder, b.dataset.importOrder)
    if i != j { return i > j }
    if x.reach != y.reach { return x.reach > y.reach }
    return x.source < y.source
  }
}

extension Dataset {
  /// When it was imported among other imports: numbers of sources are given one after the other. 0 for what comes with
  /// the program.
  fileprivate var importOrder: Int { isImported ? source : 0 }
}
