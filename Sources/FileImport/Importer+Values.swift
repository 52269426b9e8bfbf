import Catalog
import Diagnostics
import Importing
import Store

/// What the texts of a file mean.
extension Importer {
  /// For each piece of a file.
  func values(
    of pieces: [CountedPiece],
    _ watch: (ImportProgress) -> Bool
  ) throws -> [ValuesOfFile] {
    let map = try request.map.map { try ValueMap(reading: $0) } ?? ValueMap()
    try map.check(against: pieces.flatMap(\.counted.shape.columns))
    if pieces.count == 1 { try map.check(against: pieces[0].reading, catalog) }
    let own = pieces.first?.reading.format.values ?? []
    let known = Dictionary(
      own.map { (DeclaredText(dimension: $0.dimension, text: $0.text), $0.member) }
        + (try data.meanings().map {
          (DeclaredText(dimension: $0.dimension, text: $0.text), $0.member)
        })
    ) { first, _ in first }
    return try pieces.map { try values(of: $0, map, known, watch) }
  }

  private func values(
    of piece: CountedPiece,
    _ map: ValueMap,
    _ known: [DeclaredText: Int],
    _ watch: (ImportProgress) -> Bool
  ) throws -> ValuesOfFile {
    let (counted, reading) = (piece.counted, piece.reading)
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
    let missing = values.unknown.filtered { unknown in
      !(request.addsValues || reading.format.brings(unknown, catalog)
        || map.adds(unknown.text, columns(of: unknown.dimensions, reading)))
        || unknown.isAmbiguous
    }
    guard missing.isEmpty else {
      throw UnknownValues(missing, counted, reading, piece.file, catalog).mistake
    }
    if let total = values.unknown.first(where: { isMissingTotal($0, map, reading) }) {
      throw SumAmongValues(total, reading, piece.file).mistake
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
    var labels = FirstLabels()
    for (index, text) in unknown.enumerated() {
      if index % 256 == 0 { try watch(Double(index) / Double(unknown.count)) }
      let first = labels.first(like: index) { Self.label(of: unknown[$0]) }
      if first == index {
        values.set(text, to: try writer.add(Self.name(of: text), to: text.dimensions[0]))
      } else {
        let other = unknown[first]
        values.set(text, to: values.members[other.key][other.place])
      }
    }
  }

  private static func name(of text: UnknownTexts.Element) -> String {
    text.text.isEmpty ? "unknown" : text.text
  }

  private static func label(of text: UnknownTexts.Element) -> DeclaredText {
    DeclaredText(dimension: text.dimensions[0], text: Label.key(of: name(of: text)))
  }

  /// Whether a new value is the word for a sum.
  private func isMissingTotal(
    _ unknown: UnknownTexts.Element,
    _ map: ValueMap,
    _ reading: FileReading
  ) -> Bool {
    SumAmongValues.isWord(unknown.text)
      && !map.adds(unknown.text, columns(of: unknown.dimensions, reading))
  }

  private func columns(of dimensions: [Int], _ reading: FileReading) -> [String] {
    dimensions.compactMap(reading.key(of:)).map {
      reading.shape.columns[reading.shape.column(ofKey: $0)]
    }
  }
}

extension FileFormat {
  /// Whether a value that is not known is a new one: of a dimension that the format brings with it,
  /// or an empty cell.
  fileprivate func brings(_ unknown: UnknownTexts.Element, _ catalog: any CatalogReader) -> Bool {
    guard !names.isEmpty else { return false }
    let own = unknown.dimensions.compactMap { catalog.dimension($0)?.name }
    return unknown.text.isEmpty || names.contains { $0.kind == nil && own.contains($0.name) }
  }
}
