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
    // What decides is looked at and moved, and not the candidates, which are large.
    let merits = candidates.map(Merits.init)
    return merits.indices.sorted { isBetter(merits[$0], merits[$1], releases) }
      .map { candidates[$0] }
  }

  func isBetter(_ a: Candidate, _ b: Candidate) -> Bool { isBetter(Merits(a), Merits(b), nil) }

  private func isBetter(_ a: Merits, _ b: Merits, _ releases: Releases?) -> Bool {
    if a.standing != b.standing { return a.standing < b.standing }
    if a.isComplete != b.isComplete { return a.isComplete }
    if a.sumsWithheld != b.sumsWithheld { return b.sumsWithheld }
    if let releases, let isNewer = releases.isNewer(a, b) { return isNewer }
    if a.isSuperseded != b.isSuperseded { return b.isSuperseded }
    if a.rank != b.rank { return a.rank < b.rank }
    if a.rounding != b.rounding { return a.rounding < b.rounding }
    if a.source != b.source {
      let (x, y) = (published(a.source), published(b.source))
      if x != y { return x > y }
      // Of imports of one day the last one is the one that was meant.
      if a.importOrder != b.importOrder { return a.importOrder > b.importOrder }
    }
    if a.size != b.size { return a.size < b.size }
    return a.id < b.id
  }

  private func published(_ source: Int) -> String { catalog.source(source)?.published ?? "" }
}

/// What decides between two candidates.
struct Merits {
  let standing: Dataset.Standing
  let isComplete: Bool
  let sumsWithheld: Bool
  let isSuperseded: Bool
  let rank: Int
  let rounding: Int
  let source: Int
  /// When it was imported among other imports: numbers of sources are given one after the other. 0 for what comes with
  /// the program.
  let importOrder: Int
  let size: Int
  let id: Int

  init(_ candidate: Candidate) {
    let dataset = candidate.dataset
    standing = dataset.standing
    isComplete = dataset.isComplete
    sumsWithheld = candidate.sumsWithheld
    isSuperseded = dataset.isSuperseded
    rank = dataset.rank
    rounding = dataset.rounding
    source = dataset.source
    importOrder = dataset.isImported ? dataset.source : 0
    size = dataset.size
    id = dataset.id
  }
}

/// The releases that tables come from, as they are ordered as of a day: the newest first, then the one that
/// was imported last, then the one that reaches furthest. Tables of one release are told apart by their rank: a printed
/// year before its months.
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
