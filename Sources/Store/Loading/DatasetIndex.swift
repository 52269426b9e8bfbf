/// What the database says about its datasets, collected to be written in the order of the tables'
/// keys.
struct DatasetIndex {
  private var datasets: [(entry: DatasetEntry, size: Int)] = []
  private var measures: [[Int]] = []
  private var runs: [[Int]] = []
  private var members: [[Int]] = []
  private var dimensions: [[Int]] = []
  private var others: [[Int]] = []
  private var nextRollup: Int

  /// Rollups are numbered after all published tables.
  init(nextRollup: Int) {
    self.nextRollup = nextRollup
  }

  mutating func takeRollupNumber() -> Int {
    defer { nextRollup += 1 }
    return nextRollup
  }

  mutating func add(_ entry: DatasetEntry, _ facts: FactRows, in loader: SeedLoader) {
    datasets.append((entry, facts.count))
    for (position, measure) in entry.measures.enumerated() {
      let summary = FactSummary(facts, measure: position, time: entry.published.time)
      measures.append([
        measure, entry.id, position, summary.withheld, summary.unpublished, summary.hedged,
      ])
      runs += summary.runs.map { [measure, entry.id, $0.first, $0.last] }
    }
    members += facts.occurringMembers(entry.published.time).map {
      [entry.id, $0.member, $0.first, $0.last]
    }
    let (isPlaced, isValue, isOther) = loader.kindsOfMembers
    for (position, dimension) in entry.dimensions.enumerated() {
      let hasParent = loader.dimensions[dimension - 1].parent != 0
      dimensions.append([
        entry.id, dimension, facts.named(position, isValue: isValue),
        hasParent ? facts.unplaced(position, isPlaced: isPlaced) : 0,
      ])
      guard entry.rollupOf == 0 else { continue }
      others += facts.shares(position, of: isOther, time: entry.published.time).map {
        [entry.id, dimension, $0.year, $0.share]
      }
    }
  }

  func write(to database: Database, supersededBy successors: KeyIndex) throws {
    let writer = TableWriter("dataset", of: database)
    let texts = TableWriter("dataset_text", of: database)
    for (entry, size) in datasets.sorted(by: { $0.entry.id < $1.entry.id }) {
      try entry.write(to: writer, size: size, successors)
      try texts.insert([
        "dataset": entry.id,
        "title": entry.published.row["title"],
        "note": entry.published.row["note"],
      ])
    }
    try write(
      measures,
      to: "dataset_measure",
      ["measure", "dataset", "position", "withheld", "unpublished", "hedged"],
      of: database
    )
    try write(runs, to: "coverage", ["measure", "dataset", "first", "last"], of: database)
    try write(
      members,
      to: "dataset_member",
      ["dataset", "member", "first_fy", "last_fy"],
      of: database
    )
    try write(
      dimensions,
      to: "dataset_dimension",
      ["dataset", "dimension", "named", "unplaced"],
      of: database
    )
    try write(others, to: "dataset_other", ["dataset", "dimension", "fy", "share"], of: database)
  }

  private func write(
    _ rows: [[Int]],
    to table: String,
    _ columns: [String],
    of database: Database
  ) throws {
    let writer = TableWriter(table, of: database)
    for row in rows.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      try writer.insert(row, columns: columns)
    }
  }
}

extension DatasetEntry {
  fileprivate func write(to writer: TableWriter, size: Int, _ successors: KeyIndex) throws {
    let row = published.row
    try writer.insert([
      "id": id,
      "key": key,
      "source": published.source,
      "subject": published.table,
      "time": row["time"],
      "dimensions": dimensions.map(String.init).joined(separator: " "),
      "scope": published.scope,
      "rounding": published.rounding,
      "absent": row["absent"],
      "complete": published.isComplete,
      "rank": published.rank,
      "series": seriesNumber(row["series"]),
      "transition": published.hasTransitionQuarter,
      "superseded": published.isSuperseded,
      "superseded_by": successors[row["superseded_by"]] ?? 0,
      "rollup_of": rollupOf,
      "size": size,
    ])
  }
}

extension SeedLoader {
  /// By member id: whether the member rolls up to a value, and not to nothing or to a rest; whether
  /// it is a value; whether it is an `other`.
  fileprivate var kindsOfMembers: (isPlaced: [Bool], isValue: [Bool], isOther: [Bool]) {
    (
      [false] + members.map { $0.rest == 0 && $0.parent != 0 && members[$0.parent - 1].rest == 0 },
      [false] + members.map { $0.rest == 0 },
      [false] + members.map { $0.rest == 1 }
    )
  }
}
