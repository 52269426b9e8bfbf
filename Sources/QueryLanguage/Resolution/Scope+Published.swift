import Catalog

/// Which dimensions a question's figures are published by.
extension Scope {
  /// Of some dimensions, those by which the tables of every measure of the question can be read;
  /// where there is none, those by which the tables of any can. Tables whose scope the conditions
  /// rule out do not count.
  func published(_ dimensions: IDSet, of draft: ResolvedQuery) -> IDSet {
    let sets = draft.figures.map { figure in
      let required = draft.condition(of: figure)?.required ?? Requirements()
      return IDSet(
        dimensions.elements.filter { isPublished($0, of: figure.measure, under: required) }
      )
    }
    guard let first = sets.first else { return IDSet() }
    let shared = sets.dropFirst().reduce(first) { $0.intersection($1) }
    return shared.isEmpty ? sets.reduce(first) { $0.union($1) } : shared
  }

  /// Whether a table tells a dimension apart, is limited in it, or has one that rolls up to it.
  private func isPublished(
    _ dimension: Int,
    of measure: Measure,
    under required: Requirements
  ) -> Bool {
    var needs = TableNeeds()
    needs.dimensions.insert(dimension)
    // Nothing rules out a table that is not limited in what is required.
    needs.limits = .all.subtracting(DimensionSet(required.entries.map(\.dimension)))
    if DimensionSet.isOwnBit(of: dimension), catalog.hasHolding(of: measure.id, for: needs) {
      return true
    }
    needs.limits = .all
    return catalog.hasHolding(of: measure.id, for: needs)
      && catalog.holdings(of: measure.id, for: needs).contains { holding in
        holding.dataset.scope.allSatisfy { required.allow($0) }
          && has(dimension, holding.dataset)
      }
  }

  private func has(_ dimension: Int, _ dataset: Dataset) -> Bool {
    (dataset.dimensions + dataset.scope.map(\.dimension)).contains {
      $0 == dimension || catalog.dimension($0)?.parent == dimension
    }
  }
}

extension Requirements {
  /// Whether rows that all have a value may be among those required.
  fileprivate func allow(_ entry: Dataset.ScopeEntry) -> Bool {
    self[entry.dimension]?.contains(entry.member) ?? true
  }
}
