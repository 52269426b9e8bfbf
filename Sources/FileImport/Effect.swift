import Asking
import Catalog
import Importing
import Results
import Store

/// What an import changes in the answers for whole years, in words. Questions are answered before
/// it, and once more as if the import were done.
struct Effect {
  let lines: [String]

  /// `watch` receives the fraction done, and stops by throwing.
  init(
    _ tables: [TableInMaking],
    _ source: NewSource,
    _ pipeline: Pipeline,
    _ data: ImportedData,
    watch: (Double) throws -> Void
  ) throws {
    let asked = Self.distinct(tables.filter { !$0.totals.isEmpty })
    let before = try Self.answers(asked, pipeline) { try watch($0 / 2) }
    let (number, after, names) = try data.rehearsing {
      let number = try data.nextSourceID()
      try data.add(source, id: number, key: "rehearsal", note: "")
      for table in asked {
        try table.rehearse(source: number, into: data, catalog: pipeline.catalog)
      }
      let rehearsed = Pipeline(data.database)
      let after = try Self.answers(asked, rehearsed) { try watch((1 + $0) / 2) }
      return (number, after, rehearsed.catalog.datasetKeys())
    }
    var lines: [String] = []
    for (answer, then) in zip(before, after) {
      lines += answer.changes(to: then, source: number, names, pipeline.catalog)
    }
    self.lines = lines
  }

  /// Of tables that answer the same questions about years the one with most of them.
  private static func distinct(_ tables: [TableInMaking]) -> [TableInMaking] {
    guard tables.count > 2 else { return tables }
    var seen: Set<String> = []
    return tables.sorted { $0.totals.count > $1.totals.count }.filter { table in
      let format = table.table.format
      let scope = format.scope.map { "\($0.dimension)=\($0.member)" }
      return seen.insert("\(table.table.measures) \(scope)").inserted
    }
  }

  private static func answers(
    _ tables: [TableInMaking],
    _ pipeline: Pipeline,
    watch: (Double) throws -> Void
  ) throws -> [AnswersByYear] {
    try tables.enumerated().flatMap { index, table in
      try table.table.measures.indices.compactMap { place in
        let done = Double(place) / Double(table.table.measures.count)
        try watch((Double(index) + done) / Double(tables.count))
        return try AnswersByYear(table, place, pipeline)
      }
    }
  }
}

/// The answers for a measure in the years of a table.
private struct AnswersByYear {
  private let table: TableInMaking
  private let measure: Measure
  private let unit: TimeUnit
  private let held: [Int: HeldFigures.Figure]
  /// The years for which the table has figures, in order.
  private let years: [Int]

  init?(_ table: TableInMaking, _ place: Int, _ pipeline: Pipeline) throws {
    guard let measure = pipeline.catalog.measure(table.table.measures[place]) else { return nil }
    self.table = table
    self.measure = measure
    let unit: TimeUnit = table.time == .calendarYear ? .calendarYear : .fiscalYear
    self.unit = unit
    held = try HeldFigures(table, measure, by: unit.prefix, inWhole: unit, pipeline).figures
    let codes = table.totals.filter { $0.figures[place] != nil }.map { total in
      Period(unit, containing: table.days(of: total.period).last).code
    }
    years = codes.indices.filter { $0 == 0 || codes[$0 - 1] != codes[$0] }.map { codes[$0] }
  }

  func changes(
    to after: AnswersByYear,
    source: Int,
    _ names: [Int: String],
    _ catalog: any CatalogReader
  ) -> [String] {
    var changes: [String] = []
    var kept: [(year: Int, rival: Dataset)] = []
    for year in years {
      let (old, new) = (held[year], after.held[year])
      if old != new {
        changes.append("\(question(year, catalog)): \(words(old)) -> \(words(new))")
      } else if let new, let rival = new.datasets.first,
        new.datasets.allSatisfy({ $0.source != source })
      {
        kept.append((year, rival))
      }
    }
    let more = changes.count - Self.mostListed
    return changes.prefix(Self.mostListed) + (more > 0 ? ["… and \(more) years more"] : [])
      + unchanged(kept, names, catalog)
  }

  private static let mostListed = 40

  /// Years in which the table does not answer, by the tables that do.
  private func unchanged(
    _ kept: [(year: Int, rival: Dataset)],
    _ names: [Int: String],
    _ catalog: any CatalogReader
  ) -> [String] {
    var groups: [(rival: Dataset, years: [Int])] = []
    for (year, rival) in kept {
      if let place = groups.firstIndex(where: { $0.rival.table == rival.table }) {
        groups[place].years.append(year)
      } else {
        groups.append((rival, [year]))
      }
    }
    return groups.map { rival, years in
      let table = names[rival.table].map { "`\($0)`" } ?? "another table"
      guard let year = years.only else {
        return
          "\(question(nil, catalog)) in \(years.count) years, \(name(of: years[0])) – \(name(of: years[years.count - 1])): not changed, \(table) answers\(reason(rival))"
      }
      return
        "\(question(year, catalog)): stays \(words(held[year])), \(table) answers\(reason(rival))"
    }
  }

  private func reason(_ rival: Dataset) -> String {
    guard table.table.format.isComplete else { return ": the rows are a part of the whole" }
    guard table.standing == .declared, rival.standing != .declared else { return "" }
    return rival.standing == .preferred
      ? ", which goes first" : ": publishers go first, unless --prefer is given"
  }

  /// `removals for Mexico in fy2022`, or without the year.
  private func question(_ year: Int?, _ catalog: any CatalogReader) -> String {
    let scope = table.table.format.scope.compactMap { catalog.member($0.member)?.name }
    return measure.name + (scope.isEmpty ? "" : " for " + scope.joined(by: ", "))
      + (year.map { " in " + name(of: $0) } ?? "")
  }

  private func name(of year: Int) -> String { "\(unit.prefix)\(year)" }

  private func words(_ figure: HeldFigures.Figure?) -> String {
    guard let figure, let value = figure.value else { return "not held" }
    return (figure.isFloor ? "> " : "") + measure.written(value)
      + (figure.isPartial ? " (partial)" : "")
  }
}

extension TimeUnit {
  /// As typed before a year.
  fileprivate var prefix: String { self == .calendarYear ? "cy" : "fy" }
}
