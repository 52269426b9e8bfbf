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
    var (dimensions, columns, members): ([Int], [TargetTable.KeyPlaces], [[Int]]) = ([], [], [])
    for dimension in table.dimensions {
      guard let key = reading.key(of: dimension) else { continue }
      let own = values.members(of: dimension, key, reading, catalog)
      let (found, places) = Self.places(of: own)
      dimensions.append(dimension)
      members.append(found)
      columns.append(TargetTable.KeyPlaces(key: key, places: places, count: found.count))
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

  /// The different members of some texts in their order, and the place of each text's member among
  /// them; 0 is none.
  private static func places(of members: [Int]) -> (found: [Int], places: [UInt32?]) {
    let order = members.indices.map { UInt32($0) }.sorted { members[Int($0)] < members[Int($1)] }
    var found: [Int] = []
    var places = [UInt32?](repeating: nil, count: members.count)
    for text in order.lazy.map(Int.init) where members[text] != 0 {
      if found.last != members[text] { found.append(members[text]) }
      places[text] = UInt32(found.count - 1)
    }
    return (found, places)
  }
}
