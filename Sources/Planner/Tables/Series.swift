package import Catalog

/// Files by years that make up one table of a publisher. The rules of the choice treat them as one
/// dataset.
struct Series {
  /// Places among the candidates, the best first.
  private(set) var members: [Int]

  init(of index: Int) { members = [index] }

  /// The series of some candidates, in the order of the best of each; a table that belongs to none
  /// is a series by itself.
  static func all(of candidates: [Candidate]) -> [Series] {
    var all: [Series] = []
    for (index, candidate) in candidates.enumerated() {
      let name = candidate.dataset.series
      let known =
        name == 0 ? nil : all.firstIndex { candidates[$0.members[0]].dataset.series == name }
      if let known { all[known].members.append(index) } else { all.append(Series(of: index)) }
    }
    return all
  }
}

extension Dataset {
  /// Whether two tables count as one in every rule: the same table or a sum of it, or files of one
  /// series.
  package func isSameSeries(as other: Dataset) -> Bool {
    table == other.table || series != 0 && series == other.series
  }

  /// Whether two tables count alike: files of one series, or tables of one publication.
  package func isKin(of other: Dataset) -> Bool {
    source == other.source || isSameSeries(as: other)
  }
}
