internal import Catalog

/// The tables of the catalog that say what the facts of a dataset hold, in numbers alone.
enum DatasetNotes: String, CaseIterable {
  case measures = "dataset_measure"
  case runs = "coverage"
  case members = "dataset_member"
  case dimensions = "dataset_dimension"
  case others = "dataset_other"

  /// Its columns, those of its key first.
  var columns: [String] {
    switch self {
    case .measures:
      [
        "measure", "superseded", "dataset", "position", "withheld", "unpublished", "hedged",
        "dimension_bits", "limit_bits",
      ]
    case .runs: ["measure", "dataset", "first", "last"]
    case .members: ["dataset", "member", "first_fy", "last_fy"]
    case .dimensions: ["dataset", "dimension", "named", "unplaced"]
    case .others: ["dataset", "dimension", "fy", "share"]
    }
  }
}

extension DatasetRecord {
  /// Gives the rows about measures.
  func noteMeasures(
    _ summary: FactsSummary,
    take: (DatasetNotes, [Int]) throws -> Void
  ) rethrows {
    let needs = [readableDimensions.bits, table.limits.bits]
    for (position, (measure, facts)) in zip(measures, summary.measures).enumerated() {
      let cells = [facts.withheld, facts.unpublished, facts.hedged]
      try take(.measures, [measure.id, table.isSuperseded ? 1 : 0, id, position] + cells + needs)
      for run in facts.runs {
        try take(.runs, [measure.id, id, run.first, table.spanEnds[run.last] ?? run.last])
      }
    }
  }

  /// Gives the rows about dimensions: how completely each is broken down. How much of a table is
  /// under `other` is said of the table itself and not of its rollups.
  func noteDimensions(
    _ summary: FactsSummary,
    take: (DatasetNotes, [Int]) throws -> Void
  ) rethrows {
    for (position, dimension) in dimensions.enumerated() {
      try take(.dimensions, [id, dimension.id, dimension.named, summary.unplaced(position)])
      guard rollupOf == 0 else { continue }
      for other in summary.others(position) {
        try take(.others, [id, dimension.id, other.year, other.share])
      }
    }
  }
}
