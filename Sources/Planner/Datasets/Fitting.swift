import Catalog
import QueryLanguage

/// Finds out whether and how a dataset can answer a figure: dimensions, values and scope. Time is
/// looked at later.
struct Fitting {
  let catalog: any CatalogReader
  let keys: [Dimension]
  let condition: Condition?
  private let required: Requirements

  init(_ figure: ResolvedQuery.Figure, of query: ResolvedQuery, catalog: any CatalogReader) {
    self.catalog = catalog
    keys = query.keys.compactMap(\.dimension)
    condition = query.condition(of: figure)
    required = condition?.required ?? Requirements()
  }

  /// What a value without a parent may be at most, in parts per million, for a dataset to be rolled
  /// up: `other` must be too small to matter.
  private static let mostUnplaced = 10_000

  func fit(_ holding: Holding) throws(Misfit) -> Candidate {
    let dataset = holding.dataset
    var access: [Candidate.KeyAccess] = []
    for key in keys { access.append(try self.access(to: key, in: dataset)) }
    var untold = 0
    let adapted = try adapt(condition, to: dataset, &untold)
    guard adapted != .never else { throw .excluded }
    for key in access { try checkRollup(key, in: dataset) }
    let summed = dimensionsSummed(in: dataset, access, adapted.condition)
    guard dataset.isComplete || summed.isEmpty && !keepsSets(in: dataset, adapted.condition) else {
      throw .incomplete
    }
    // Last, so that a table that lacks nothing but a named scope can be told from the others.
    try checkScope(of: dataset)
    return Candidate(
      holding: holding,
      keys: access,
      condition: adapted.condition,
      sumsWithheld: holding.withheld > 0
        && (!summed.isEmpty || dataset.rollupOf != 0 || rollsUpValues(in: dataset)),
      untold: untold
    )
  }

  // MARK: Dimensions

  private func access(
    to key: Dimension,
    in dataset: Dataset
  ) throws(Misfit) -> Candidate.KeyAccess {
    if dataset.dimensions.contains(key.id) { return .column(key) }
    if let entry = dataset.scope.first(where: { $0.dimension == key.id }) {
      return .constant(entry.member)
    }
    if let child = child(of: key, in: dataset) { return .parent(of: child) }
    if let parent = scopeParent(of: key, in: dataset) { return .constant(parent) }
    throw .dimension(key)
  }

  /// A finer dimension of the dataset that rolls up to the one asked for.
  private func child(of dimension: Dimension, in dataset: Dataset) -> Dimension? {
    for id in dataset.dimensions {
      if let own = catalog.dimension(id), own.parent == dimension.id { return own }
    }
    return nil
  }

  /// The value that the scope of the dataset implies in a coarser dimension.
  private func scopeParent(of dimension: Dimension, in dataset: Dataset) -> Int? {
    for entry in dataset.scope where catalog.dimension(entry.dimension)?.parent == dimension.id {
      if let parent = catalog.member(entry.member)?.parent, parent != 0 { return parent }
    }
    return nil
  }

  private func checkRollup(_ key: Candidate.KeyAccess, in dataset: Dataset) throws(Misfit) {
    guard case .parent(let child) = key else { return }
    guard catalog.unplaced(in: dataset.id, dimension: child.id) <= Self.mostUnplaced else {
      throw .rollup(child)
    }
  }

  /// Dimensions of the dataset that the answer adds up over.
  private func dimensionsSummed(
    in dataset: Dataset,
    _ access: [Candidate.KeyAccess],
    _ condition: Condition?
  ) -> [Int] {
    let filtered = condition?.required ?? Requirements()
    return dataset.dimensions.filter { dimension in
      filtered[dimension] == nil
        && !access.contains { key in
          if case .column(let own) = key { own.id == dimension } else { false }
        }
    }
  }

  /// Whether a group or parent is kept: a sum that an incomplete table may not reach.
  private func keepsSets(in dataset: Dataset, _ condition: Condition?) -> Bool {
    condition?.tests.contains { $0.isSet && dataset.dimensions.contains($0.dimension.id) } ?? false
  }

  /// Whether a condition on a coarser dimension is answered by adding up a finer one.
  private func rollsUpValues(in dataset: Dataset) -> Bool {
    condition?.tests.contains { test in
      !dataset.dimensions.contains(test.dimension.id)
        && child(of: test.dimension, in: dataset) != nil
    } ?? false
  }

  // MARK: Scope

  /// What the table is limited to must follow from the question.
  private func checkScope(of dataset: Dataset) throws(Misfit) {
    let unnamed = dataset.scope.filter { !isImplied($0) }
    guard unnamed.isEmpty else { throw .scope(unnamed) }
  }

  private func isImplied(_ entry: Dataset.ScopeEntry) -> Bool {
    if let members = required[entry.dimension] {
      return members.isSubset(of: IDSet([entry.member]))
    }
    return required.entries.contains { dimension, members in
      catalog.dimension(dimension)?.parent == entry.dimension
        && members.elements.allSatisfy { catalog.member($0)?.parent == entry.member }
    }
  }

  // MARK: Conditions

  /// A condition in terms of one dataset.
  private enum Adapted: Equatable {
    case always
    case never
    case some(Condition)

    var condition: Condition? {
      if case .some(let condition) = self { condition } else { nil }
    }
  }

  private func adapt(
    _ condition: Condition?,
    to dataset: Dataset,
    _ untold: inout Int
  ) throws(Misfit) -> Adapted {
    guard let condition else { return .always }
    switch condition {
    case .test(let test): return try adapt(test, to: dataset, &untold)
    case .all(let parts):
      var left: [Condition] = []
      for part in parts {
        switch try adapt(part, to: dataset, &untold) {
        case .always: continue
        case .never: return .never
        case .some(let condition): left.append(condition)
        }
      }
      return left.isEmpty ? .always : .some(left.count == 1 ? left[0] : .all(left))
    case .either(let parts):
      var left: [Condition] = []
      for part in parts {
        switch try adapt(part, to: dataset, &untold) {
        case .always: return .always
        case .never: continue
        case .some(let condition): left.append(condition)
        }
      }
      return left.isEmpty ? .never : .some(left.count == 1 ? left[0] : .either(left))
    case .not(let inner):
      switch try adapt(inner, to: dataset, &untold) {
      case .always: return .never
      case .never: return .always
      case .some(let condition): return .some(.not(condition))
      }
    }
  }

  private func adapt(
    _ test: Condition.Test,
    to dataset: Dataset,
    _ untold: inout Int
  ) throws(Misfit) -> Adapted {
    if dataset.dimensions.contains(test.dimension.id) {
      return .some(.test(try adaptOwn(test, to: dataset, &untold)))
    }
    if let entry = dataset.scope.first(where: { $0.dimension == test.dimension.id }) {
      return test.members.contains(entry.member) != test.isExcluded ? .always : .never
    }
    if let child = child(of: test.dimension, in: dataset) {
      // What has no parent of its own may be anything: it is not the parent's `unknown`.
      guard !test.members.contains(where: { catalog.member($0)?.rest != Member.Rest.none }) else {
        throw .rollup(child)
      }
      guard catalog.unplaced(in: dataset.id, dimension: child.id) <= Self.mostUnplaced else {
        throw .rollup(child)
      }
      return .some(.test(adaptToChild(test, child)))
    }
    if let parent = scopeParent(of: test.dimension, in: dataset) {
      return test.members.contains(parent) != test.isExcluded ? .always : .never
    }
    throw .dimension(test.dimension)
  }

  /// A test of a dimension that the dataset has: its values must occur there.
  private func adaptOwn(
    _ test: Condition.Test,
    to dataset: Dataset,
    _ untold: inout Int
  ) throws(Misfit) -> Condition.Test {
    let missing = test.members.filter { !catalog.occurs($0, in: dataset.id) }
    if missing.isEmpty { return test }
    guard test.isSet, missing.count < test.members.count, listsEverything(test, in: dataset) else {
      throw .value(test)
    }
    if dataset.absent != .zero { untold = max(untold, missing.count) }
    return test
  }

  /// Whether values that never occur in a dataset are nothing, and not hidden under `other`.
  private func listsEverything(_ test: Condition.Test, in dataset: Dataset) -> Bool {
    if test.dimension.parent != 0 {
      return catalog.unplaced(in: dataset.id, dimension: test.dimension.id) <= Self.mostUnplaced
    }
    let rest = catalog.members(of: test.dimension.id).filter { $0.rest != .none }
    return dataset.absent == .zero && !rest.contains { catalog.occurs($0.id, in: dataset.id) }
  }

  /// A test of a coarser dimension, in values of the finer one that the dataset has.
  private func adaptToChild(_ test: Condition.Test, _ child: Dimension) -> Condition.Test {
    Condition.Test(
      dimension: child,
      members: test.members.flatMap { catalog.children(of: $0).map(\.id) },
      isExcluded: test.isExcluded,
      isSet: true,
      label: test.label
    )
  }
}
