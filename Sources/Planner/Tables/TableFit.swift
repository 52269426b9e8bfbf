import Catalog
import QueryLanguage

/// Finds out whether and how a dataset can answer a figure: dimensions, values and scope. Time is
/// looked at later.
struct TableFit {
  let catalog: any CatalogReader
  let measure: Int
  let keys: [Dimension]
  let condition: Condition?
  private let required: Requirements
  /// What every current table of the measure is limited to.
  private let shared: [Dataset.ScopeEntry]
  /// What every table that fits has.
  let needs: TableNeeds

  init(_ figure: ResolvedQuery.Figure, of query: ResolvedQuery, catalog: any CatalogReader) {
    self.catalog = catalog
    measure = figure.measure.id
    keys = query.keys.compactMap(\.dimension)
    condition = query.condition(of: figure)
    required = condition?.required ?? Requirements()
    shared = catalog.tables(of: figure.measure.id).scope
    needs = Self.needs(keys, required, shared, catalog)
  }

  /// Keys and required values are kept apart or fixed; limits that nothing else names are shared by
  /// all tables, or follow from a required value.
  private static func needs(
    _ keys: [Dimension],
    _ required: Requirements,
    _ shared: [Dataset.ScopeEntry],
    _ catalog: any CatalogReader
  ) -> TableNeeds {
    var needs = TableNeeds()
    for key in keys { needs.dimensions.insert(key.id) }
    for entry in shared { needs.limits.insert(entry.dimension) }
    for (dimension, _) in required.entries {
      needs.dimensions.insert(dimension)
      needs.limits.insert(dimension)
      needs.limits.insert(catalog.dimension(dimension)?.parent ?? 0)
    }
    return needs
  }

  /// The largest share of values without a parent, in parts per million, with which a dataset may
  /// be rolled up: `other` must be too small to matter.
  static let mostUnplaced = 10_000

  /// With `explaining`, the limits of a table are checked last, so that a table that fails by
  /// nothing else can be distinguished. Otherwise they are checked first, because that is fastest.
  func fit(_ holding: Holding, explaining: Bool = false) throws(Misfit) -> Candidate {
    let dataset = holding.dataset
    if !explaining { try checkScope(of: dataset) }
    var access: [Candidate.KeyAccess] = []
    for key in keys { access.append(try self.access(to: key, in: dataset)) }
    var untold = 0
    let adapted = try adapt(condition, to: dataset, &untold)
    guard adapted != .never else { throw .excluded }
    for key in access { try checkRollup(key, in: dataset) }
    let summed = dimensionsSummed(in: dataset, access, adapted.condition)
    guard dataset.isComplete || summed.isEmpty && !keepsSets(in: dataset, adapted.condition, access)
    else {
      throw .incomplete
    }
    if explaining { try checkScope(of: dataset) }
    return Candidate(
      holding: holding,
      periods: HeldPeriods(time: holding.dataset.time, runs: catalog.runs(of: holding)),
      keys: access,
      condition: adapted.condition,
      sumsWithheld: holding.withheld > 0
        && (!summed.isEmpty || dataset.rollupOf != 0 || rollsUpValues(in: dataset)),
      untold: untold
    )
  }

  /// Whether a value ever occurs in a dataset, or in another file of its series.
  func occurs(_ member: Int, in dataset: Dataset) -> Bool {
    catalog.occurs(member, in: dataset.id)
      || dataset.series != 0
        && catalog.tables(ofSeries: dataset, measure).contains { catalog.occurs(member, in: $0) }
  }

  /// Why none of some datasets fits.
  func misfits(of holdings: [Holding]) -> [(holding: Holding, reason: Misfit)] {
    holdings.compactMap { holding in
      do throws(Misfit) {
        _ = try fit(holding, explaining: true)
        return nil
      } catch {
        return (holding, error)
      }
    }
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

  /// A finer dimension of the dataset that rolls up to the one requested.
  func child(of dimension: Dimension, in dataset: Dataset) -> Dimension? {
    for id in dataset.dimensions {
      if let own = catalog.dimension(id), own.parent == dimension.id { return own }
    }
    return nil
  }

  /// The value that the scope of the dataset implies in a coarser dimension.
  func scopeParent(of dimension: Dimension, in dataset: Dataset) -> Int? {
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

  /// Whether a group or parent is kept and added up: in an incomplete table the sum may be too low.
  private func keepsSets(
    in dataset: Dataset,
    _ condition: Condition?,
    _ access: [Candidate.KeyAccess]
  ) -> Bool {
    condition?.tests.contains { test in
      test.isSet && dataset.dimensions.contains(test.dimension.id)
        && !access.contains(.column(test.dimension))
    } ?? false
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
    // A measure published only for one part is taken to mean that part.
    if shared.contains(entry), required[entry.dimension] == nil { return true }
    if let members = required[entry.dimension] {
      return members.isSubset(of: IDSet([entry.member]))
    }
    return required.entries.contains { dimension, members in
      catalog.dimension(dimension)?.parent == entry.dimension
        && members.elements.allSatisfy { catalog.member($0)?.parent == entry.member }
    }
  }
}

extension CatalogReader {
  /// The tables of a series that hold a measure; the table alone where it belongs to none.
  func tables(ofSeries dataset: Dataset, _ measure: Int) -> [Int] {
    guard dataset.series != 0 else { return [dataset.table] }
    var tables = IDSet([dataset.table])
    var needs = TableNeeds()
    // The files of one table are limited alike.
    needs.limits = DimensionSet(dataset.scope.map(\.dimension))
    for holding in holdings(of: measure, for: needs)
    where holding.dataset.series == dataset.series {
      tables.insert(holding.dataset.table)
    }
    return tables.elements
  }
}
