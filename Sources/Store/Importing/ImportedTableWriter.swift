package import Catalog
package import Importing

/// Writes one table of a file, with its rollups, into the file of imported data.
package final class ImportedTableWriter {
  private let data: ImportedData
  private let table: TableOfFile
  private let catalog: any CatalogReader
  /// Without the values of its dimensions.
  private let outline: DatasetRecord
  /// Whether the figures of several rows may be added.
  private let canBeSummed: Bool
  private let notes: ImportedNotes
  /// The id of the dataset.
  package var id: Int { outline.id }

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
    self.data = data
    self.table = table
    self.catalog = catalog
    canBeSummed = table.measures.allSatisfy { catalog.measure($0)?.kind == .flow }
    let id = try data.nextID(of: "dataset")
    let format = table.format
    let description = DatasetRecord.Table(
      source: source,
      facts: "facts_\(id)",
      time: time,
      scope: format.scope,
      scopeParents: format.scope.map { catalog.dimension($0.dimension)?.parent ?? 0 },
      rounding: format.rounding,
      absent: format.absent.rawValue,
      isComplete: format.isComplete,
      rank: format.rank,
      series: format.series,
      hasTransitionQuarter: format.hasTransitionQuarter,
      title: format.title,
      note: format.note,
      spanEnds: spanEnds
    )
    outline = DatasetRecord(
      id: id,
      key: name,
      description,
      table.dimensions.map { id in
        let dimension = catalog.dimension(id)
        return FactDimension(id: id, key: dimension?.key ?? "", parent: dimension?.parent ?? 0)
      },
      table.measures.map { FactMeasure(id: $0, key: catalog.measure($0)?.key ?? "") }
    )
    notes = ImportedNotes(in: data.database)
    try data.database.execute(outline.definition)
  }

  /// Writes everything. `watch` receives the fraction done, and stops by throwing.
  package func write(_ sums: TableSums, watch: (Double) throws -> Void) throws {
    var record = outline
    for (dimension, members) in table.members.enumerated() {
      record.dimensions[dimension].setMembers(members, catalog)
    }
    let hasMonths = outline.table.time == .month
    let making = try TableMaking(sums, canBeSummed: canBeSummed, hasMonths: hasMonths) {
      try watch(0)
    }
    try withoutActuallyEscaping(watch) { [record] watch in
      var part = 0.0
      let goOn = { try watch(part) }
      let base = try sink(record, goOn)
      try base.fill { base in
        try making.write(to: base) {
          part = $0 * Self.shareOfBase
          try goOn()
        }
      }
      try notes.add(record, base.summary, goOn)
      // A measure with an empty cell is not summed: its sum would be incomplete without saying so.
      guard base.summary.measures.allSatisfy({ $0.empty == 0 }) else { return }
      for (index, shape) in making.madeRollups.enumerated() {
        let share = Double(index) / Double(making.madeRollups.count)
        part = Self.shareOfBase + (1 - Self.shareOfBase) * share
        let rollup = record.rollup(
          id: id + 1 + index,
          keeping: shape.dimensions,
          measures: Array(record.measures.indices),
          isByYear: shape.isByYear
        )
        let rows = try sink(rollup, goOn)
        try rows.fill { try making.write(rollup: index, to: $0) }
        try rows.check(addsUpTo: base.summary.measures.map(\.sum))
        if shape.isByYear {
          try notes.addSumsOfYears(rollup, rows.summary)
        } else {
          try notes.add(rollup, rows.summary, goOn)
        }
      }
    }
  }

  /// How much of the work the table itself is, about; the rest are its rollups.
  private static let shareOfBase = 0.75

  private func sink(
    _ record: DatasetRecord,
    _ watch: @escaping () throws -> Void
  ) throws -> FactSink {
    try FactSink(record, hasHedges: false, data.database, watch: watch)
  }

  /// Writes only the sums of the periods, so that questions without dimensions already give their
  /// final answers.
  package func rehearse(
    _ totals: [(period: Int, figures: [Int64?], isWithheld: [Bool])]
  ) throws {
    var summary = FactsSummary(outline)
    let columns = ["dataset", "period"] + outline.measures.map(\.key) + ["withheld"]
    let statement = try data.database.insertion(into: outline.table.facts, columns: columns)
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
      let withheld = total.isWithheld.enumerated().reduce(0) {
        $0 | ($1.element ? 1 << $1.offset : 0)
      }
      statement.bind(withheld, at: total.figures.count + 2)
      _ = try statement.step()
      statement.reset()
      summary.add(period: total.period, figures: total.figures, isWithheld: total.isWithheld)
    }
    try notes.addMeasures(outline, summary)
  }
}

extension DatasetRecord {
  /// A table for the facts of this dataset and its rollups, as those of schema.sql but without the
  /// columns that it would leave empty.
  fileprivate var definition: String {
    let columns =
      dimensions.map { "\($0.key.inDoubleQuotes) INTEGER NOT NULL DEFAULT 0,\n" }
      + measures.map { "\($0.key.inDoubleQuotes) INTEGER,\n" }
    let key = ["dataset", "period"] + dimensions.map { $0.key.inDoubleQuotes }
    return """
      CREATE TABLE imported.\(table.facts.inDoubleQuotes) (
      dataset INTEGER NOT NULL,
      period INTEGER NOT NULL,
      \(columns.joined())withheld INTEGER NOT NULL DEFAULT 0,
      hedge INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (\(key.joined(separator: ", ")))
      ) WITHOUT ROWID, STRICT
      """
  }
}

extension FactDimension {
  /// Sets the values that occur in a file.
  fileprivate mutating func setMembers(_ ids: [Int], _ catalog: any CatalogReader) {
    members = ids
    named = 0
    let hasParent = catalog.dimension(id)?.parent ?? 0 != 0
    var (others, placed): ([Bool], [Bool]) = ([], [])
    for id in ids {
      let member = catalog.member(id)
      let rest = member?.rest ?? .none
      if rest == .none { named += 1 }
      others.append(rest == .other)
      guard hasParent else { continue }
      let parent = member.flatMap { catalog.member($0.parent) }
      placed.append(rest == .none && parent?.rest == Member.Rest.none)
    }
    if others.contains(true) { isOther = others }
    if hasParent { isPlaced = placed }
  }
}
