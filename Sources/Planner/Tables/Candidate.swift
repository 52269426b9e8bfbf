package import Catalog
package import QueryLanguage

/// A dataset that can answer a figure, and how.
package struct Candidate: Sendable {
  package let holding: Holding
  /// The periods that it holds.
  let periods: HeldPeriods
  /// How each dimension of the question is read, in the order of the question's keys.
  package let keys: [KeyAccess]
  /// What its rows must satisfy, in terms of its own dimensions; `nil` when every row counts.
  package let condition: Condition?
  /// Whether cells that the publisher withheld are summed over.
  package let sumsWithheld: Bool
  /// Number of values of a group or parent that it does not list separately.
  package let untold: Int
  /// Its place among the datasets that can answer, in order of preference.
  package internal(set) var place = 0

  package var dataset: Dataset { holding.dataset }
  /// Unbroken runs of the periods that it holds, in order.
  package var runs: [PeriodRun] { periods.runs }

  /// Where a dimension of the question comes from.
  package enum KeyAccess: Hashable, Sendable {
    case column(Dimension)
    /// Rolled up from a finer dimension.
    case parent(of: Dimension)
    /// The same value for the whole table.
    case constant(Int)
  }
}

extension Candidate {
  /// The same facts broken down by only one key: from the smallest rollup that has the key and all
  /// that decides which facts count, otherwise from the table itself if all of its facts count.
  /// `nil` where many facts may have to be read for the few that count.
  package func alone(by key: Int, _ catalog: any CatalogReader) -> Candidate? {
    guard let holding = rollup(by: key, catalog) ?? (condition == nil ? holding : nil) else {
      return nil
    }
    return Candidate(
      holding: holding,
      periods: periods,
      keys: [keys[key]],
      condition: condition,
      sumsWithheld: sumsWithheld,
      untold: untold
    )
  }

  private func rollup(by key: Int, _ catalog: any CatalogReader) -> Holding? {
    guard let dimension = keys[key].dimension else { return nil }
    let needed = [dimension] + (condition?.tests ?? []).map(\.dimension.id)
    var needs = TableNeeds()
    needs.dimensions = DimensionSet(needed)
    needs.limits = DimensionSet(dataset.scope.map(\.dimension))
    let candidates = catalog.holdings(of: holding.measure, for: needs).filter { other in
      other.dataset.table == dataset.table && other.dataset != dataset
        && needed.allSatisfy(other.dataset.dimensions.contains)
    }
    return candidates.min { $0.dataset.size < $1.dataset.size }
  }
}

extension Candidate.KeyAccess {
  /// The id of the dimension whose column is read.
  var dimension: Int? {
    switch self {
    case .column(let dimension), .parent(let dimension): dimension.id
    case .constant: nil
    }
  }
}
