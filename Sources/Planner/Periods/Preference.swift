import Catalog

/// Orders datasets that could answer the same question for the same period.
///
/// Complete before partial; without withheld cells before a sum that lacks them; then lower rank,
/// exact before rounded, newer, smaller.
struct Preference {
  let catalog: any CatalogReader

  func sorted(_ candidates: [Candidate]) -> [Candidate] {
    // Indices are moved and not the candidates, which are large.
    candidates.indices.sorted { isBetter(candidates[$0], candidates[$1]) }.map { candidates[$0] }
  }

  func isBetter(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.dataset.isComplete != b.dataset.isComplete { return a.dataset.isComplete }
    if a.sumsWithheld != b.sumsWithheld { return b.sumsWithheld }
    if a.dataset.rank != b.dataset.rank { return a.dataset.rank < b.dataset.rank }
    if a.dataset.rounding != b.dataset.rounding { return a.dataset.rounding < b.dataset.rounding }
    if a.dataset.source != b.dataset.source {
      let (x, y) = (published(a), published(b))
      if x != y { return x > y }
    }
    if a.dataset.size != b.dataset.size { return a.dataset.size < b.dataset.size }
    return a.dataset.id < b.dataset.id
  }

  private func published(_ candidate: Candidate) -> String {
    catalog.source(candidate.dataset.source)?.published ?? ""
  }
}
