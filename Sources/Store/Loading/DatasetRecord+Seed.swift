internal import Catalog

extension DatasetRecord {
  /// The record of a published table.
  init(_ dataset: PublishedDataset, id: Int, _ facts: FactRows, in loader: SeedLoader) {
    let row = dataset.row
    let table = Table(
      source: dataset.source,
      facts: dataset.table,
      time: dataset.time,
      scope: dataset.scope,
      scopeParents: dataset.scope.map { loader.dimensions[$0.dimension - 1].parent },
      rounding: dataset.rounding,
      absent: row["absent"],
      isComplete: dataset.isComplete,
      rank: dataset.rank,
      series: seriesNumber(row["series"]),
      hasTransitionQuarter: dataset.hasTransitionQuarter,
      isSuperseded: dataset.isSuperseded,
      supersededBy: loader.datasetKeys[row["superseded_by"]] ?? 0,
      title: row["title"],
      note: row["note"],
      spanEnds: facts.spanEnds
    )
    let dimensions = dataset.dimensions.enumerated().map { position, dimension in
      FactDimension(dimension, of: facts.occurring(in: position), in: loader)
    }
    let measures = dataset.measures.map { FactMeasure(id: $0, key: loader.measures[$0 - 1].key) }
    self.init(id: id, key: dataset.key, table, dimensions, measures)
  }
}

extension FactDimension {
  /// A dimension of a published table, of which some members occur. Their places are their ids.
  fileprivate init(_ id: Int, of occurring: Set<Int>, in loader: SeedLoader) {
    let kinds = loader.kindsOfMembers
    let dimension = loader.dimensions[id - 1]
    self.init(
      id: id,
      key: dimension.key,
      parent: dimension.parent,
      members: kinds.ids,
      named: occurring.count { kinds.isValue[$0] },
      isPlaced: dimension.parent == 0 ? nil : kinds.isPlaced,
      isOther: occurring.contains { kinds.isOther[$0] } ? kinds.isOther : nil
    )
  }
}
