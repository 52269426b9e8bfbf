package import Catalog
package import Importing

/// Writes one table of a file, with its rollups, into the file of imported data.
package final class ImportedTableWriter {
  private let data: ImportedData
  private let table: TableOfFile
  private let time: PublishedTime
  private let catalog: any CatalogReader
  private let source: Int
  /// The id of the dataset.
  package let id: Int
  private let name: String
  /// The last day of each span by the code of its first; empty where periods are not spans.
  private let spanEnds: [Int: Int]

  /// `name` is the key of the dataset; `spanEnds` are the last days of spans by their first ones.
  package init(
    _ table: TableOfFile,
    named name: String,
    time: PublishedTime,
    source: Int,
    spanEnds: [Int: Int] = [:],
    into data: ImportedData,
    catalog: any CatalogReader
  ) throws {
    self.spanEnds = spanEnds
    self.data = data
    self.table = table
    self.time = time
    self.catalog = catalog
    self.source = source
    self.name = name
    id = try data.nextID(of: "dataset")
    try data.database.execute(definition)
  }

  private var factTable: String { "facts_\(id)" }
  private var dimensionKeys: [String] {
    table.dimensions.map { catalog.dimension($0)?.key ?? "" }
  }
  private var measureKeys: [String] { table.measures.map { catalog.measure($0)?.key ?? "" } }

  /// A table for the facts of this dataset and its rollups, as those of schema.sql but without the
  /// columns that it would leave empty.
  private var definition: String {
    let dimensions = dimensionKeys.map { "\(sqlName($0)) INTEGER NOT NULL DEFAULT 0,\n" }
    let measures = measureKeys.map { "\(sqlName($0)) INTEGER,\n" }
    let key = ["dataset", "period"] + dimensionKeys.map(sqlName)
    return """
      CREATE TABLE imported.\(sqlName(factTable)) (
      dataset INTEGER NOT NULL,
      period INTEGER NOT NULL,
      \((dimensions + measures).joined())withheld INTEGER NOT NULL DEFAULT 0,
      hedge INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (\(key.joined(separator: ", ")))
      ) WITHOUT ROWID, STRICT
      """
  }

  /// Writes everything. `watch` receives the fraction done, and stops by throwing.
  package func write(_ sums: TableSums, watch: (Double) throws -> Void) throws {
    let canBeSummed = table.measures.allSatisfy { catalog.measure($0)?.kind == .flow }
    let making = try TableMaking(sums, canBeSummed: canBeSummed)
    try withoutActuallyEscaping(watch) { watch in
      var part = 0.0
      let goOn = { try watch(part) }
      let all = Array(table.dimensions.indices)
      let base = try sink(id, all, goOn)
      try making.write(to: base) {
        part = $0
        try goOn()
      }
      try note(base.summary, dimensions: all, rollupOf: 0, id: id, goOn)
      // A measure with an empty cell is not summed: its sum would be incomplete without saying so.
      guard base.summary.unpublished.allSatisfy({ $0 == 0 }) else { return }
      for (index, dimensions) in making.rollups.enumerated() {
        let rollup = try sink(id + 1 + index, dimensions, goOn)
        try making.write(rollup: index, to: rollup)
        try check(rollup: id + 1 + index, rollup.summary, against: base.summary)
        try note(rollup.summary, dimensions: dimensions, rollupOf: id, id: id + 1 + index, goOn)
      }
    }
  }

  /// Writes only the sums of the periods, so that questions without dimensions already give their
  /// final answers.
  package func rehearse(_ totals: [(period: Int, figures: [Int64?])]) throws {
    var summary = FactsSummary(measures: measureKeys.count, time: time, placed: [], rests: [])
    let columns = ["dataset", "period"] + measureKeys
    let statement = try data.database.insertion(into: factTable, columns: columns)
    for total in totals {
      statement.bind(id, at: 0)
      statement.bind(total.period, at: 1)
      for (place, figure) in total.figures.enumerated() {
        if let figure {
          statement.bind(Int(figure), at: place + 2)
        } else {
          statement.bindNull(at: place + 2)
        }
      }
      _ = try statement.step()
      statement.reset()
      summary.add(period: total.period, figures: total.figures)
    }
    try noteDataset(summary, Array(table.dimensions.indices), rollupOf: 0, id)
    try noteMeasures(summary, id)
  }

  /// The sink for the rows of the table, or of a rollup that keeps some of its dimensions.
  private func sink(
    _ dataset: Int,
    _ dimensions: [Int],
    _ watch: @escaping () throws -> Void
  ) throws -> FactSink {
    try FactSink(
      factTable,
      dataset: dataset,
      dimensions.map { dimensionKeys[$0] },
      dimensions.map { table.members[$0] },
      measureKeys,
      time,
      data.database,
      placed: dimensions.map { placed[$0] },
      rests: dimensions.map { rests[$0] },
      watch: watch
    )
  }

  /// For each dimension, whether each value rolls up to a value of the coarser one; `nil` where
  /// there is none.
  private lazy var placed: [[Bool]?] = {
    zip(table.dimensions, table.members).map { dimension, members in
      guard let parent = catalog.dimension(dimension)?.parent, parent != 0 else { return nil }
      return members.map { id in
        guard let member = catalog.member(id), member.rest == .none else { return false }
        return catalog.member(member.parent).map { $0.rest == .none } ?? false
      }
    }
  }()

  /// Compares what SQLite adds up of a rollup, as it is stored, with what was written of its base.
  private func check(rollup: Int, _ own: FactsSummary, against base: FactsSummary) throws {
    let sums = measureKeys.map { "sum(\(sqlName($0)))" }.joined(separator: ", ")
    let statement = try data.database.prepare(
      "SELECT \(sums), sum(1) FROM \(sqlName(factTable)) WHERE dataset = ?"
    )
    statement.bind(rollup, at: 0)
    guard try statement.step(),
      measureKeys.indices.allSatisfy({ statement.integer(at: $0) == base.sums[$0] }),
      statement.integer(at: measureKeys.count) == own.size
    else {
      preconditionFailure("the rollup \(rollup) of \(name) does not add up to its base")
    }
  }

  // MARK: Catalog

  private func note(
    _ summary: FactsSummary,
    dimensions: [Int],
    rollupOf base: Int,
    id: Int,
    _ watch: () throws -> Void
  ) throws {
    try noteDataset(summary, dimensions, rollupOf: base, id)
    try noteMeasures(summary, id)
    let database = data.database
    // For imported tables it is not recorded in which years a value has figures.
    let periods = summary.runs.flatMap { $0 }
    let years = zip([periods.map(\.first).min()], [periods.map(\.last).max()]).compactMap {
      first,
      last in
      first.flatMap { first in last.map { (time.fiscalYear(of: first), time.fiscalYear(of: $0)) } }
    }.first.map { (first: $0.0, last: $0.1) }
    let occurring = TableWriter("dataset_member", in: Database.importedName, of: database)
    for dimension in dimensions {
      for (place, member) in table.members[dimension].enumerated() {
        if place % 8_192 == 8_191 { try watch() }
        try occurring.insert([
          "dataset": id,
          "member": member,
          "first_fy": years?.first ?? 0,
          "last_fy": years?.last ?? 0,
        ])
      }
    }
    try noteBreakdowns(summary, dimensions, isBase: base == 0, id)
  }

  /// Records how completely each dimension is broken down.
  private func noteBreakdowns(
    _ summary: FactsSummary,
    _ dimensions: [Int],
    isBase: Bool,
    _ id: Int
  ) throws {
    let name = Database.importedName
    let known = TableWriter("dataset_dimension", in: name, of: data.database)
    let others = TableWriter("dataset_other", in: name, of: data.database)
    for (place, dimension) in dimensions.enumerated() {
      let named = rests[dimension].count { $0 == .none }
      try known.insert([
        "dataset": id,
        "dimension": table.dimensions[dimension],
        "named": named,
        "unplaced": summary.unplaced(place),
      ])
      for other in isBase ? summary.others(place) : [] {
        try others.insert([
          "dataset": id,
          "dimension": table.dimensions[dimension],
          "fy": other.year,
          "share": other.share,
        ])
      }
    }
  }

  private func noteDataset(
    _ summary: FactsSummary,
    _ dimensions: [Int],
    rollupOf base: Int,
    _ id: Int
  ) throws {
    let database = data.database
    let keys = dimensions.map { dimensionKeys[$0] }
    let own = base == 0 ? name : name + "/" + (keys.isEmpty ? "total" : keys.joined(separator: "+"))
    try TableWriter("dataset", in: Database.importedName, of: database).insert([
      "id": id,
      "key": own,
      "source": source,
      "subject": factTable,
      "time": time.rawValue,
      "dimensions": dimensions.map { "\(table.dimensions[$0])" }.joined(separator: " "),
      "scope": table.format.scope.map { "\($0.dimension)=\($0.member)" }.joined(separator: " "),
      "rounding": 1,
      "absent": table.format.absent.rawValue,
      "complete": table.format.isComplete,
      "rank": table.format.rank,
      "series": table.format.series,
      "transition": false,
      "superseded": false,
      "superseded_by": 0,
      "rollup_of": base,
      "size": summary.size,
    ])
    if base == 0 {
      try TableWriter("dataset_text", in: Database.importedName, of: database).insert([
        "dataset": id,
        "title": table.format.title,
        "note": table.format.note,
      ])
    }
  }

  private func noteMeasures(_ summary: FactsSummary, _ id: Int) throws {
    let database = data.database
    let measures = TableWriter("dataset_measure", in: Database.importedName, of: database)
    let coverage = TableWriter("coverage", in: Database.importedName, of: database)
    for (place, measure) in table.measures.enumerated() {
      try measures.insert([
        "measure": measure,
        "dataset": id,
        "position": place,
        "withheld": summary.withheld[place],
        "unpublished": summary.unpublished[place],
        "hedged": 0,
      ])
      for run in summary.runs[place] {
        try coverage.insert([
          "measure": measure,
          "dataset": id,
          "first": run.first,
          "last": spanEnds[run.last] ?? run.last,
        ])
      }
    }
  }

  /// For each dimension, its values.
  private lazy var rests: [[Member.Rest]] = table.members.map {
    $0.map { catalog.member($0)?.rest ?? .none }
  }
}
