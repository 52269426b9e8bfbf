/// A question that this engine leaves alone, and why.
struct Declined: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}

/// A series that can answer a figure, and how.
struct Fit {
  let series: Series
  let measure: String
  /// The condition in the series' own columns.
  let condition: Condition
  /// The same without tests on the dimensions of the breakdown, where they are by themselves.
  let openCondition: Condition
  /// The column of each dimension of the breakdown, and whether it is finer and rolls up.
  let columns: [(column: String, isFiner: Bool)]
  /// The columns that sums are needed by.
  let kept: [String]
  let breakdown: [String]
  let catalogue: Catalogue

  /// Nothing where the series cannot answer (LANGUAGE.md 5.2).
  init?(_ series: Series, _ figure: Figure, by breakdown: [String], in catalogue: Catalogue) throws
  {
    guard series.time != "date", series.time != "span" else { return nil }
    for (dimension, value) in series.scope
    where catalogue.sharedScope(of: figure.measure)[dimension] != value {
      guard figure.condition.implies(dimension, value, in: catalogue) else { return nil }
    }
    var columns: [(column: String, isFiner: Bool)] = []
    for dimension in breakdown {
      if series.dimensions.contains(dimension) {
        columns.append((dimension, false))
      } else if series.scope[dimension] != nil {
        throw Declined("broken down by what the table is limited to")
      } else if let finer = Self.finer(dimension, series, figure.measure, catalogue) {
        columns.append((finer, true))
      } else {
        return nil
      }
    }
    guard let bound = try Self.bind(figure.condition, series, figure.measure, catalogue) else {
      return nil
    }
    if !series.isComplete {
      for dimension in series.dimensions
      where !columns.contains(where: { $0.column == dimension && !$0.isFiner }) {
        guard let values = figure.condition.pinned(dimension) else { return nil }
        if values.count > 1 { throw Declined("a few values of an incomplete table") }
      }
      let isRolledUp = bound.tests.contains { test in
        !figure.condition.tests.contains { $0.dimension == test.dimension }
      }
      if isRolledUp || columns.contains(where: \.isFiner) {
        throw Declined("an incomplete table rolled up")
      }
    }
    self.series = series
    measure = figure.measure
    condition = bound
    openCondition = bound.without(Set(columns.map(\.column)))
    self.columns = columns
    self.breakdown = breakdown
    self.catalogue = catalogue
    let needed = Set(bound.tests.map(\.dimension) + columns.map(\.column))
    kept = series.dimensions.filter(needed.contains)
  }

  /// The finer column that rolls up to a dimension without losing more than one percent.
  private static func finer(
    _ dimension: String,
    _ series: Series,
    _ measure: String,
    _ catalogue: Catalogue
  ) -> String? {
    catalogue.finer(than: dimension).first { finer in
      guard series.dimensions.contains(finer) else { return false }
      if let known = series.rollsUp[finer] { return known }
      let parents = catalogue.dimension(finer).parents
      var (lost, all) = (0.0, 0.0)
      for piece in series.pieces {
        for sums in piece.cube(piece.measures[0], by: [finer]).values {
          for (key, sum) in sums {
            all += sum.total
            let isLost = parents[key].map { catalogue.isRest($0, of: dimension) } ?? true
            if isLost { lost += sum.total }
          }
        }
      }
      series.rollsUp[finer] = lost <= all / 100
      return lost <= all / 100
    }
  }

  /// The condition in the columns of a series; nothing where it cannot be judged there.
  private static func bind(
    _ condition: Condition,
    _ series: Series,
    _ measure: String,
    _ catalogue: Catalogue
  ) throws -> Condition? {
    switch condition {
    case .test(let dimension, let values):
      return try bind(dimension, values, series, measure, catalogue)
    case .not(let inner):
      // What a table never names it leaves out already, where next to nothing is under `other`.
      if case .test(let dimension, let values) = inner, series.dimensions.contains(dimension),
        !catalogue.dimension(dimension).parent.isEmpty,
        !values.isSubset(of: series.named(dimension))
      {
        throw Declined("a value left out that a table never names")
      }
      return try bind(inner, series, measure, catalogue).map(Condition.not)
    case .and(let parts), .or(let parts):
      let bound = try parts.compactMap { try bind($0, series, measure, catalogue) }
      guard bound.count == parts.count else { return nil }
      if case .and = condition { return .and(bound) }
      return .or(bound)
    }
  }

  private static func bind(
    _ dimension: String,
    _ values: Set<Int>,
    _ series: Series,
    _ measure: String,
    _ catalogue: Catalogue
  ) throws -> Condition? {
    let constant = { (holds: Bool) in holds ? Condition.and([]) : .or([]) }
    if let value = series.scope[dimension] {
      return values.contains(value) ? constant(true) : nil
    }
    for (finer, value) in series.scope where catalogue.dimension(finer).parent == dimension {
      guard let parent = catalogue.dimension(finer).parents[value] else { continue }
      return values.contains(parent) ? constant(true) : nil
    }
    if series.dimensions.contains(dimension) {
      let named = series.named(dimension)
      if values.isSubset(of: named) { return .test(dimension, values) }
      let isExhaustive =
        series.absent == "zero" && !named.contains { catalogue.isRest($0, of: dimension) }
      if isExhaustive, !values.isDisjoint(with: named) {
        throw Declined("a group of which an exhaustive table names some")
      }
      return nil
    }
    guard let finer = finer(dimension, series, measure, catalogue) else { return nil }
    let parents = catalogue.dimension(finer).parents
    let named = series.named(finer)
    let members = Set(named.filter { parents[$0].map(values.contains) ?? false })
    guard Set(members.compactMap { parents[$0] }) == values else { return nil }
    return .test(finer, members)
  }

  /// Whether the series names this value of the breakdown.
  func names(_ value: Int, at index: Int) -> Bool {
    let column = columns[index]
    if !column.isFiner { return series.named(column.column).contains(value) }
    let parents = catalogue.dimension(column.column).parents
    return series.named(column.column).contains { parents[$0] == value }
  }

  /// The values of the breakdown that the series names.
  func named(at index: Int) -> Set<Int> {
    let column = columns[index]
    let named = series.named(column.column)
    guard column.isFiner else { return named }
    return Set(named.compactMap { catalogue.dimension(column.column).parents[$0] })
  }

  // MARK: Periods

  /// The periods held inside some months, by their first month.
  func periods(in months: Months) -> [Months] {
    series.periods(of: measure).values.filter {
      months.contains($0.lowerBound) && months.contains($0.upperBound)
    }
    .sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The months of a row that the series holds; those outside of a measure's existence count as held.
  func held(in months: Months) -> Set<Month> {
    var held = Set(periods(in: months).flatMap { Array($0) })
    if let existence = catalogue.existence[measure] {
      held.formUnion(months.filter { !existence.contains($0) })
    }
    return held
  }

  // MARK: Figures

  /// Sums by the values of the breakdown over some periods.
  func cells(in periods: [Months], openly: Bool = false) -> Sums {
    let condition = openly ? openCondition : condition
    var cells: Sums = [:]
    for period in periods {
      for (packed, sum) in series.sums(measure, by: kept, in: period.lowerBound) {
        let value = { (column: String) in
          packed >> (10 * (kept.count - 1 - (kept.firstIndex(of: column) ?? 0))) & 1023
        }
        guard condition.holds(value) else { continue }
        cells[key(value), default: Sum()] += sum
      }
    }
    return cells
  }

  private func key(_ value: (String) -> Int) -> Key {
    var key = 0
    for column in columns {
      var member = value(column.column)
      // What rolls up to nothing is under a place of its own.
      if column.isFiner { member = catalogue.dimension(column.column).parents[member] ?? 1023 }
      key = key * 1024 + member
    }
    return key
  }
}
