import Catalog
import QueryLanguage

/// What is known about the values that rows are broken down by.
struct ValuesOfRows {
  /// What the question keeps.
  var kept = Requirements()
  /// For each dimension of the rows, the values that rows of the answer have; empty where that is
  /// not known yet.
  var wanted: [IDSet] = []

  /// Those values that the question keeps, for each dimension of the rows of some candidates.
  func ofKept(_ values: [IDSet], in candidates: [Candidate]) -> [IDSet] {
    guard let keys = candidates.first?.keys else { return values }
    return zip(values, keys).map { own, key in
      guard case .column(let dimension) = key, let kept = kept[dimension.id] else { return own }
      return own.intersection(kept)
    }
  }

  /// Whether the question names the values of a dimension that it keeps: then no others have to be
  /// listed.
  func isKept(_ dimension: Int) -> Bool { kept[dimension] != nil }
}
