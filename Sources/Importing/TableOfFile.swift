package import Catalog

/// One of the tables of a format, as a file fills it.
package struct TableOfFile {
  package let format: FileFormat.Table
  /// The dimensions that the file has, in the order of the table's key.
  package let dimensions: [Int]
  /// The measures that the file has.
  package let measures: [Int]
  package let target: TargetTable
  /// The values of each dimension that occur, by their ids in order.
  package let members: [[Int]]

  package init(
    _ table: FileFormat.Table,
    _ reading: FileReading,
    _ values: ValuesOfFile,
    _ catalog: any CatalogReader
  ) {
    format = table
    var (dimensions, columns, members): ([Int], [TargetTable.Dimension], [[Int]]) = ([], [], [])
    for dimension in table.dimensions {
      guard let key = reading.key(of: dimension) else { continue }
      let own = values.members(of: dimension, key, reading, catalog)
      let found = Set(own).subtracting([0]).sorted()
      let places = Dictionary(uniqueKeysWithValues: found.enumerated().map { ($1, UInt32($0)) })
      dimensions.append(dimension)
      members.append(found)
      columns.append(
        TargetTable.Dimension(key: key, places: own.map { places[$0] }, count: found.count)
      )
    }
    let filters = Set(table.rows.map(\.dimension)).sorted().compactMap { dimension in
      let kept = table.rows.filter { $0.dimension == dimension }.map(\.member)
      return reading.key(of: dimension).map { key in
        TargetTable.Filter(key: key, keeps: values.members[key].map(kept.contains))
      }
    }
    let measures = table.measures.filter(reading.measures.contains)
    let figures = measures.compactMap { reading.measures.firstIndex(of: $0) }
    self.dimensions = dimensions
    self.members = members
    self.measures = measures
    target = TargetTable(
      dimensions: columns,
      filters: filters,
      figures: figures,
      decimals: figures.map { reading.shape.decimals[$0] },
      canBeAdded: measures.map { table.addsUp || catalog.measure($0)?.kind == .flow }
    )
  }
}
