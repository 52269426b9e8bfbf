package import Catalog

/// Which tables hold a measure, for when, and what their rows name.
extension StoredCatalog {
  package func holdings(of measure: Int) -> [Holding] {
    if let known = knownHoldings[measure] { return known }
    let found = inOrder(
      rows(.holdings, binding: .integer(measure)) { Holding(row: $0, measure: measure) }
    )
    knownHoldings[measure] = found
    return found
  }

  package func editions(of measure: Int) -> [Holding] {
    if let known = knownEditions[measure] { return known }
    let found = inOrder(
      rows(.editions, binding: .integer(measure)) { Holding(row: $0, measure: measure) }
    )
    knownEditions[measure] = found
    return found
  }

  /// In the order of the tables, which is not that of the key.
  private func inOrder(_ holdings: [Holding]) -> [Holding] {
    holdings.sorted { $0.dataset.id < $1.dataset.id }
  }

  /// Each set of limits is looked up by itself where there are few: so a question does not cost
  /// more the more tables are limited in something else.
  package func holdings(of measure: Int, for needs: TableNeeds) -> [Holding] {
    remembered(FittingKey(measure, needs, areEditions: false)) {
      guard let sets = needs.limits.subsets(atMost: Self.mostSetsOfLimits) else {
        return fitting(.fittingHoldings, measure, needs.dimensions, needs.limits.bits)
      }
      return sets.flatMap { fitting(.fittingHoldingsOfLimits, measure, needs.dimensions, $0) }
    }
  }

  /// What fits the same needs is asked of again, by readings of a statement and in the next ones.
  private func remembered(_ key: FittingKey, _ find: () -> [Holding]) -> [Holding] {
    if let known = knownFitting.first(where: { $0.key == key }) { return known.holdings }
    let found = inOrder(find())
    if knownFitting.count >= Self.mostKnownFitting { knownFitting.removeAll(keepingCapacity: true) }
    knownFitting.append((key, found))
    return found
  }

  /// More are not remembered, so that memory does not grow with what is asked.
  private static let mostKnownFitting = 200

  private static let mostSetsOfLimits = 16

  package func hasHolding(of measure: Int, for needs: TableNeeds) -> Bool {
    let isRead = rows(
      .dimensionsOfMeasure,
      of: .shipped,
      binding: .integer(measure),
      .integer(needs.dimensions.bits)
    ) { $0.integer(at: 0) }
    // What no shipped table can be read by, an imported one may be.
    let found = rows(
      .fittingHolding,
      of: isRead.isEmpty ? .imported : .all,
      binding: .integer(measure),
      .integer(needs.dimensions.bits),
      .integer(needs.limits.bits)
    ) { $0.integer(at: 0) }
    return !found.isEmpty
  }

  /// A statement that misses looks for its cause in one edition after another.
  package func editions(of measure: Int, for needs: TableNeeds) -> [Holding] {
    remembered(FittingKey(measure, needs, areEditions: true)) {
      fitting(.fittingEditions, measure, needs.dimensions, needs.limits.bits)
    }
  }

  private func fitting(
    _ query: StaticStatement,
    _ measure: Int,
    _ dimensions: DimensionSet,
    _ limits: Int
  ) -> [Holding] {
    rows(query, binding: .integer(measure), .integer(dimensions.bits), .integer(limits)) {
      Holding(row: $0, measure: measure)
    }
  }

  package func tables(of measure: Int) -> MeasureTables {
    if database.imports != nil {
      let imported = rows(.holdings, of: .imported, binding: .integer(measure)) {
        Holding(row: $0, measure: measure)
      }
      if !imported.isEmpty { return MeasureTables(of: holdings(of: measure).map(\.dataset)) }
    }
    return self.measure(measure)?.shippedTables ?? MeasureTables(of: [])
  }

  package func conflicts(of measure: Int) -> [MeasureConflict] {
    rows(.conflicts, of: .shipped, binding: .integer(measure), as: MeasureConflict.init(row:))
  }

  package func administrations() -> [Administration] {
    rows(.administrations, of: .shipped, as: Administration.init(row:))
  }

  package func runs(of holding: Holding) -> [PeriodRun] {
    // A rollup holds the periods of its table.
    let (measure, table) = (holding.measure, holding.dataset.table)
    if let known = knownRuns.first(where: { $0.table == table && $0.measure == measure }) {
      return known.runs
    }
    let time = holding.dataset.time
    let runs = rows(.runs, of: .thing(table), binding: .integer(measure), .integer(table)) {
      PeriodRun(time, first: $0.integer(at: 0), last: $0.integer(at: 1))
    }
    knownRuns.append((measure, table, runs))
    return runs
  }

  package func sumsOfYears(of table: Int) -> [Dataset] {
    rows(.sumsOfYears, of: .thing(table), binding: .integer(table), as: Dataset.init(row:))
  }

  package func occurs(_ member: Int, in dataset: Int) -> Bool {
    !rows(.occurs, of: .thing(dataset), binding: .integer(dataset), .integer(member)) {
      $0.integer(at: 0)
    }.isEmpty
  }

  package func members(in dataset: Int) -> [Int] {
    rows(.membersInDataset, of: .thing(dataset), binding: .integer(dataset)) { $0.integer(at: 0) }
  }

  package func members(in dataset: Int, years: ClosedRange<Int>) -> [Int] {
    rows(
      .membersInYears,
      of: .thing(dataset),
      binding: .integer(dataset),
      .integer(years.lowerBound),
      .integer(years.upperBound)
    ) { $0.integer(at: 0) }
  }

  package func unplaced(in dataset: Int, dimension: Int) -> Int {
    rows(.unplaced, of: .thing(dataset), binding: .integer(dataset), .integer(dimension)) {
      $0.integer(at: 0)
    }.first
      ?? 0
  }

  package func breakdown(of dataset: Int, dimension: Int) -> Breakdown {
    let place = Place.thing(dataset)
    let named = rows(.named, of: place, binding: .integer(dataset), .integer(dimension)) {
      $0.integer(at: 0)
    }
    let other = rows(.other, of: place, binding: .integer(dataset), .integer(dimension)) {
      Breakdown.Other(year: $0.integer(at: 0), share: $0.integer(at: 1))
    }
    return Breakdown(named: named.first ?? 0, other: other)
  }
}
