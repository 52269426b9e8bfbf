import Catalog
import Diagnostics
import Importing
import Store

/// What the texts of a file mean.
extension Importer {
  func values(
    of counted: CountedTable,
    _ reading: FileReading,
    _ watch: (ImportProgress) -> Bool
  ) throws -> ValuesOfFile {
    let map = try request.map.map { try ValueMap(reading: $0) } ?? ValueMap()
    try map.check(against: counted.shape.columns)
    try map.check(against: reading, catalog)
    let known = Dictionary(
      try data.meanings().map { (DeclaredText(dimension: $0.dimension, text: $0.text), $0.member) }
    ) { first, _ in first }
    func goOn(_ fraction: Double) throws {
      let progress = ImportProgress(phase: .values, fraction: fraction, rows: counted.rows)
      guard watch(progress) else { throw ImportInterruption() }
    }
    var values = try ValuesOfFile(
      of: counted,
      reading,
      catalog: catalog,
      mapped: { text, dimensions in
        map.meaning(of: text, in: dimensions, columns(of: dimensions, reading), catalog)
          ?? dimensions.lazy.compactMap { known[DeclaredText(dimension: $0, text: text)] }.first
      },
      watch: { try goOn($0 / 2) }
    )
    let missing = values.unknown.filter { unknown in
      !(request.addsValues || map.adds(unknown.text, columns(of: unknown.dimensions, reading)))
        || unknown.isAmbiguous
    }
    guard missing.isEmpty else {
      throw UnknownValues(missing, counted, reading, file, catalog).mistake
    }
    try addMembers(for: &values) { try goOn((1 + $0) / 2) }
    for (text, dimension, member) in map.resolved(catalog, reading) {
      try data.remember(text: text, dimension: dimension, member: member)
    }
    return values
  }

  /// Texts that are the same label become one value, named as the file writes it first.
  private func addMembers(
    for values: inout ValuesOfFile,
    _ watch: (Double) throws -> Void
  ) throws {
    let unknown = values.unknown
    guard !unknown.isEmpty else { return }
    let writer = try data.memberWriter()
    var added: [DeclaredText: Int] = [:]
    for (index, text) in unknown.enumerated() {
      if index % 256 == 0 { try watch(Double(index) / Double(unknown.count)) }
      let name = text.text.isEmpty ? "unknown" : text.text
      let label = DeclaredText(dimension: text.dimensions[0], text: Label.key(of: name))
      let member = try added[label] ?? writer.add(name, to: text.dimensions[0])
      added[label] = member
      values.set(text, to: member)
    }
  }

  private func columns(of dimensions: [Int], _ reading: FileReading) -> [String] {
    dimensions.compactMap(reading.key(of:)).map {
      reading.shape.columns[reading.shape.column(ofKey: $0)]
    }
  }
}

/// A text of a dimension.
private struct DeclaredText: Hashable {
  let dimension: Int
  let text: String
}
