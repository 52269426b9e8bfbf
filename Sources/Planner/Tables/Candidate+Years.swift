import Catalog
import QueryLanguage

/// Sums by fiscal years that some imported tables of months keep. They hold what their table does,
/// and so are no tables to choose among: a segment of a plan may read whole years from them.
extension Candidate {
  /// The same facts from the smallest of them; `nil` where none has all that decides which facts
  /// count, or none is much smaller.
  func addedUpByYear(_ catalog: any CatalogReader) -> Candidate? {
    guard dataset.isImported, dataset.time == .month, dataset.size > Self.fewFacts else {
      return nil
    }
    let needed = keys.compactMap(\.dimension) + (condition?.tests ?? []).map(\.dimension.id)
    let fitting = catalog.sumsOfYears(of: dataset.table).filter { sums in
      sums.size * 2 <= dataset.size && needed.allSatisfy(sums.dimensions.contains)
    }
    guard let smallest = fitting.min(by: { $0.size < $1.size }) else { return nil }
    return Candidate(
      holding: holding.moved(to: smallest),
      periods: HeldPeriods(time: smallest.time, runs: runs),
      keys: keys,
      condition: condition,
      sumsWithheld: sumsWithheld,
      untold: untold
    )
  }

  /// So many facts are read sooner than other sums of them are looked for.
  private static let fewFacts = 1_000
}

extension Holding {
  /// The same measure in another table of the same columns.
  fileprivate func moved(to dataset: Dataset) -> Holding {
    Holding(
      measure: measure,
      dataset: dataset,
      position: position,
      withheld: withheld,
      unpublished: unpublished,
      hedged: hedged
    )
  }
}
