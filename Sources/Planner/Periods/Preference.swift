import Catalog

/// Orders datasets that could answer the same question for the same period.
///
/// Complete before partial; without withheld cells before a sum that lacks them; then lower rank,
/// exact before rounded, newer, smaller. Superseded editions come after current ones.
///
/// As of a day: the newest release published by then, then the one that reaches furthest, whatever
/// its rank.
struct Preference {
  let catalog: any CatalogReader
  var isAsOf = false

  func sorted(_ candidates: [Candidate]) -> [Candidate] {
    // Indices are moved and not the candidates, which are large.
    candidates.indices.sorted { isBetter(candidates[$0], candidates[$1]) }.map { candidates[$0] }
  }

  func isBetter(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.dataset.isComplete != b.dataset.isComplete { return a.dataset.isComplete }
    if a.sumsWithheld != b.sumsWithheld { return b.sumsWithheld }
    if isAsOf, let isNewer = isNewerRelease(a, b) { return isNewer }
    if a.dataset.isSuperseded != b.dataset.isSuperseded { return b.dataset.isSuperseded }
    if a.dataset.rank != b.dataset.rank { return a.dataset.rank < b.dataset.rank }
    if a.dataset.rounding != b.dataset.rounding { return a.dataset.rounding < b.dataset.rounding }
    if a.dataset.source != b.dataset.source {
      let (x, y) = (published(a), published(b))
      if x != y { return x > y }
    }
    if a.dataset.size != b.dataset.size { return a.dataset.size < b.dataset.size }
    return a.dataset.id < b.dataset.id
  }

  /// Whether one release is newer, or as new and reaches further; `nil` when they are alike.
  private func isNewerRelease(_ a: Candidate, _ b: Candidate) -> Bool? {
    // Tables of one release are told apart by their rank: a printed year before its months.
    guard let (x, y) = sources(a, b), x.id != y.id, x.isSecondary == y.isSecondary else {
      return nil
    }
    if let first = x.lastPossibleDay, let second = y.lastPossibleDay, first != second {
      return first > second
    }
    if let first = a.runs.last?.days.last, let second = b.runs.last?.days.last, first != second {
      return first > second
    }
    return nil
  }

  private func sources(_ a: Candidate, _ b: Candidate) -> (Source, Source)? {
    guard let x = catalog.source(a.dataset.source), let y = catalog.source(b.dataset.source) else {
      return nil
    }
    return (x, y)
  }

  private func published(_ candidate: Candidate) -> String {
    catalog.source(candidate.dataset.source)?.published ?? ""
  }
}
