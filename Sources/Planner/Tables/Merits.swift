import Catalog

/// The properties of a candidate that decide between it and another one.
struct Merits {
  let standing: Dataset.Standing
  let isComplete: Bool
  let sumsWithheld: Bool
  let isSuperseded: Bool
  let rank: Int
  let rounding: Int
  let source: Int
  /// When it was imported among other imports: numbers of sources are given one after the other. 0
  /// for what is shipped.
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
