package import Catalog

/// What the texts of a file's columns name.
package struct ValuesOfFile {
  /// A text that names no value that is known.
  package struct Unknown: Sendable {
    package let key: Int
    package let text: String
    package let line: Int
    /// Dimension ids that it could be of.
    package let dimensions: [Int]
    /// Whether it names several values.
    package let isAmbiguous: Bool
  }

  /// Member ids by key and text; 0 where it is not known.
  package private(set) var members: [[Int]]
  package private(set) var unknown: [Unknown] = []

  /// `mapped` gives the member that a text of some dimensions was declared to mean.
  package init(
    of counted: CountedTable,
    _ reading: FileReading,
    catalog: any CatalogReader,
    mapped: (_ text: String, _ dimensions: [Int]) -> Int?
  ) {
    members = counted.texts.map { Array(repeating: 0, count: $0.count) }
    for (key, meaning) in reading.keys.enumerated() {
      guard case .dimensions(let dimensions) = meaning else { continue }
      for (index, text) in counted.texts[key].enumerated() {
        let found =
          mapped(text, dimensions).map { [$0] }
          ?? Self.members(named: text.isEmpty ? "unknown" : text, of: dimensions, catalog)
        if found.count == 1 {
          members[key][index] = found[0]
        } else {
          unknown.append(
            Unknown(
              key: key,
              text: text,
              line: counted.lines[key][index],
              dimensions: dimensions,
              isAmbiguous: found.count > 1
            )
          )
        }
      }
    }
  }

  /// Makes a text mean a value.
  package mutating func set(_ unknown: Unknown, to member: Int, in counted: CountedTable) {
    for (index, text) in counted.texts[unknown.key].enumerated() where text == unknown.text {
      members[unknown.key][index] = member
    }
  }

  /// The values of the dimensions with a spelling: by name or id, else by an alias.
  package static func members(
    named text: String,
    of dimensions: [Int],
    _ catalog: any CatalogReader
  ) -> [Int] {
    let matches = catalog.matches(key: Spelling.key(of: text)).filter { match in
      match.kind == .member
        && catalog.member(match.target).map { dimensions.contains($0.dimension) } ?? false
    }
    let best = matches.map(\.preference).min()
    return matches.filter { $0.preference == best }.map(\.target)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// One of the tables of a format, as a file fills it.
package struct TableOfFile {
  package let format: FileFormat.Table
  /// The dimensions that the file tells, in the order of the table's key.
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
      let own = values.members[key].map {
        catalog.member($0)?.dimension == dimension ? $0 : 0
      }
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
      canBeAdded: measures.map { catalog.measure($0)?.kind == .flow }
    )
  }
}

extension FileReading {
  /// The key that holds the values of a dimension.
  package func key(of dimension: Int) -> Int? {
    keys.firstIndex { meaning in
      if case .dimensions(let own) = meaning { own.contains(dimension) } else { false }
    }
  }
}
