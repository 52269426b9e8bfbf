package import Catalog

/// Where a measure is published: in which tables, by which dimensions, and from when to when.
package struct Coverage {
  /// The published tables in use, in the order of the catalog.
  let tables: [Dataset]
  /// The periods held, by how the tables count time, the coarsest first.
  let spans: [Span]

  struct Span {
    let time: PublishedTime
    let days: DayRange
    let tables: Int
  }

  /// A stored measure of the formula, with the values that it is restricted to.
  private struct Part {
    let measure: Measure
    var conditions: [(dimension: Int, member: Int)] = []
  }

  package init(of measure: Measure, in catalogIndex: CatalogIndex) {
    let catalog = catalogIndex.catalog
    let holdings = Self.parts(of: measure, catalogIndex).map { part in
      catalog.holdings(of: part.measure.id).filter { holding in
        holding.dataset.rollupOf == 0
          && part.conditions.allSatisfy { condition in
            holding.dataset.scope.contains {
              $0.dimension == condition.dimension && $0.member == condition.member
            } || catalog.occurs(condition.member, in: holding.dataset.id)
          }
      }
    }
    var tables: [Dataset] = []
    for holding in holdings.joined() where !tables.contains(holding.dataset) {
      tables.append(holding.dataset)
    }
    self.tables = tables
    spans = PublishedTime.coarsestFirst.compactMap { Self.span($0, of: holdings, catalog) }
  }

  /// Ids of the dimensions that it is published by.
  var dimensions: [Int] {
    var ids: [Int] = []
    for id in tables.flatMap(\.dimensions) where !ids.contains(id) { ids.append(id) }
    return ids.sorted()
  }

  /// The dimensions of which its tables do not tell the values apart but hold one each, with these:
  /// `component`, where one table is about ports and another about what is between them.
  var limits: [(dimension: Int, members: [Int])] {
    let broken = IDSet(dimensions)
    var limits: [(dimension: Int, members: [Int])] = []
    for scope in tables.flatMap(\.scope) where !broken.contains(scope.dimension) {
      if let place = limits.firstIndex(where: { $0.dimension == scope.dimension }) {
        if !limits[place].members.contains(scope.member) {
          limits[place].members.append(scope.member)
        }
      } else {
        limits.append((scope.dimension, [scope.member]))
      }
    }
    return limits
  }

  /// Every day from the first held to the last.
  package var days: DayRange? { DaySet(spans.map(\.days)).hull }

  /// The days of all tables of one kind of time, where every part of the formula is held.
  private static func span(
    _ time: PublishedTime,
    of parts: [[Holding]],
    _ catalog: any CatalogReader
  ) -> Span? {
    var days: DayRange?
    for part in parts {
      let runs = part.filter { $0.dataset.time == time }.flatMap { catalog.runs(of: $0) }
      guard let hull = DaySet(runs.map(\.days)).hull else { return nil }
      days = days?.intersection(hull) ?? hull
    }
    guard let days, !days.isEmpty else { return nil }
    let tables = parts.joined().filter { $0.dataset.time == time }.map(\.dataset.id)
    return Span(time: time, days: days, tables: IDSet(Array(tables)).count)
  }

  // MARK: Formulas

  /// The parts of `a + b where d = m`. The formulas of the catalog were checked when it was built.
  private static func parts(of measure: Measure, _ catalogIndex: CatalogIndex) -> [Part] {
    if measure.formula.isEmpty { return [Part(measure: measure)] }
    var words = measure.formula.split { $0 == " " || $0 == "(" || $0 == ")" }.map(String.init)
    var tail: [String] = []
    if let index = words.firstIndex(of: "where") {
      tail = Array(words[(index + 1)...])
      words = Array(words[..<index])
    }
    let conditions = conditions(tail, catalogIndex)
    return words.compactMap(catalogIndex.measure).flatMap { parts(of: $0, catalogIndex) }.map {
      part in
      var part = part
      part.conditions += conditions
      return part
    }
  }

  /// `d = m and e = n`
  private static func conditions(
    _ words: [String],
    _ catalogIndex: CatalogIndex
  ) -> [(dimension: Int, member: Int)] {
    words.split(separator: "and").compactMap { words in
      guard let name = words.first, let value = words.last,
        let dimension = catalogIndex.dimension(name)
      else { return nil }
      let members = catalogIndex.catalog.members(of: dimension.id)
      return members.first { $0.key == value }.map { (dimension.id, $0.id) }
    }
  }
}

extension PublishedTime {
  fileprivate static let coarsestFirst: [PublishedTime] = [
    .fiscalYear, .calendarYear, .month, .date, .span,
  ]

  /// The name of its unit of time: "fiscal year".
  var name: String {
    switch self {
    case .fiscalYear: "fiscal year"
    case .calendarYear: "calendar year"
    case .month: "month"
    case .date: "day"
    case .span: "span of days"
    }
  }

  /// From when to when, in its own periods: `FY1892 – FY2022`.
  func words(for days: DayRange) -> String {
    let first = Period(unit, containing: days.first).label
    let last = Period(unit, containing: days.last).label
    return first == last ? first : "\(first) – \(last)"
  }

  private var unit: TimeUnit {
    switch self {
    case .fiscalYear: .fiscalYear
    case .calendarYear: .calendarYear
    case .month: .month
    case .date, .span: .day
    }
  }
}
