import Catalog
import Diagnostics
import Importing
import Store

/// What the texts of a file mean.
extension Importer {
  func values(of counted: CountedTable, _ reading: FileReading) throws -> ValuesOfFile {
    let map = try request.map.map { try ValueMap(reading: $0) } ?? ValueMap()
    try map.check(against: counted.shape.columns)
    try map.check(against: reading, catalog)
    let known = try data.meanings()
    var values = ValuesOfFile(of: counted, reading, catalog: catalog) { text, dimensions in
      map.meaning(of: text, in: dimensions, columns(of: dimensions, reading), catalog)
        ?? known.first { $0.text == text && dimensions.contains($0.dimension) }?.member
    }
    let missing = values.unknown.filter { unknown in
      !(request.addsValues || map.adds(unknown.text, columns(of: unknown.dimensions, reading)))
        || unknown.isAmbiguous
    }
    guard missing.isEmpty else {
      throw UnknownValues(missing, counted, reading, file, catalog).mistake
    }
    try addMembers(for: &values, counted)
    for (text, dimension, member) in map.resolved(catalog, reading) {
      try data.remember(text: text, dimension: dimension, member: member)
    }
    return values
  }

  /// Texts that are spelled alike become one value.
  private func addMembers(for values: inout ValuesOfFile, _ counted: CountedTable) throws {
    var added: [String: Int] = [:]
    for unknown in values.unknown {
      let name = unknown.text.isEmpty ? "unknown" : unknown.text
      let dimension = unknown.dimensions[0]
      let key = "\(dimension) \(Spelling.key(of: name))"
      let member = try added[key] ?? data.addMember(name: name, to: dimension)
      added[key] = member
      values.set(unknown, to: member, in: counted)
    }
  }

  private func columns(of dimensions: [Int], _ reading: FileReading) -> [String] {
    dimensions.compactMap(reading.key(of:)).map {
      reading.shape.columns[reading.shape.column(ofKey: $0)]
    }
  }
}
