package import Catalog

/// Lists that questions do not need: every published table, every source, what may not be added.
extension StoredCatalog {
  /// The published tables, superseded editions included, rollups left out.
  package func datasets() -> [DatasetDescription] {
    records({ file in
      """
      SELECT \(DatasetDescription.columns)
      FROM \(file).dataset
      JOIN \(file).dataset_text ON dataset_text.dataset = dataset.id
      WHERE rollup_of = 0
      ORDER BY dataset.id
      """
    }) { DatasetDescription(row: $0) }
  }

  /// The id in the seed of every table, rollups included.
  package func datasetKeys() -> [Int: String] {
    let found = records({ "SELECT id, key FROM \($0).dataset" }) {
      ($0.integer(at: 0), $0.text(at: 1))
    }
    return Dictionary(found) { first, _ in first }
  }

  /// From when to when each table holds each of its measures.
  package func coverages() -> [DatasetCoverage] {
    records({ file in
      """
      SELECT dataset.id, coverage.measure, time, MIN(first), MAX(last)
      FROM \(file).coverage
      JOIN \(file).dataset ON dataset.id = coverage.dataset
      WHERE rollup_of = 0
      GROUP BY dataset.id, coverage.measure
      ORDER BY dataset.id, coverage.measure
      """
    }) { row in
      PublishedTime(rawValue: row.text(at: 2)).map { time in
        DatasetCoverage(
          dataset: row.integer(at: 0),
          measure: row.integer(at: 1),
          days: PeriodRun(time, first: row.integer(at: 3), last: row.integer(at: 4)).days
        )
      }
    }
  }

  package func sources() -> [SourceDescription] {
    records({ file in
      "SELECT \(SourceDescription.columns) FROM \(file).source ORDER BY id"
    }) { SourceDescription(row: $0) }
  }

  /// Pairs of measures that must never be added to, or subtracted from, one another.
  package func conflicts() -> [(measure: Int, other: Int)] {
    records("SELECT measure, other FROM measure_conflict") {
      (measure: $0.integer(at: 0), other: $0.integer(at: 1))
    }
  }

  /// The named sets of values.
  package func groups() -> [MemberGroup] {
    all(MemberGroup.self)
  }
}
