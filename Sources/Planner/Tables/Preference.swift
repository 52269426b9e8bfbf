import Catalog

/// Orders datasets that could answer the same question for the same period.
///
/// First what a user prefers, then what publishers say, then what a user only declared. Then
/// complete before partial; without withheld cells before a sum that lacks them; then lower rank,
/// exact before rounded, newer, imported later, smaller. Superseded editions come after current
/// ones.
///
/// As of a day: the newest release published by then, then the one that reaches furthest, whatever
/// its rank.
struct Preference {
  let catalog: any CatalogReader
  var isAsOf = false

  func sorted(_ candidates: [Candidate]) -> [Candidate] {
    let releases = isAsOf ? Releases(candidates, catalog) : nil
    // Sorting moves only the merits, and not the candidates, which are large.
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
      // Of several imports on one day, the last one is meant.
      if a.importOrder != b.importOrder { return a.importOrder > b.importOrder }
    }
    if a.size != b.size { return a.size < b.size }
    return a.id < b.id
  }

  private func published(_ source: Int) -> String { catalog.source(source)?.published ?? "" }
}
