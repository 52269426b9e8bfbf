import Catalog
import Diagnostics
import QueryLanguage

/// What is not held of what a line counts, by what stands beside it: `removals … texas`.
struct NotHeldBeside {
  let words: NotHeldWords

  /// The most words of what stands beside.
  private static let most = 4

  /// `nil` where the catalog knows of nothing.
  init?(_ line: Line, _ mentions: [Mention], _ catalog: any CatalogReader) {
    let measures = line.counted.compactMap { counted in
      counted.alternatives.min { $0.preference < $1.preference }?.measure.id
    }
    let pairs = measures.flatMap(catalog.notHeld(of:))
    guard !pairs.isEmpty else { return nil }
    let said = Self.texts(mentions)
    let named = Self.dimensions(line, catalog)
    let found =
      pairs.first { said.contains($0.beside) } ?? pairs.first { named.contains($0.beside) }
      ?? pairs.first { $0.beside == NotHeldPair.period && !line.periods.isEmpty }
    guard let found, let thing = catalog.notHeld(found.thing) else { return nil }
    let end = mentions.last?.span.end ?? 0
    words = NotHeldWords(thing, SourceSpan((mentions.first?.span.start ?? 0)..<end))
  }

  /// The words of the line, one and several together, folded.
  private static func texts(_ mentions: [Mention]) -> Set<String> {
    let keys = mentions.map { Spelling.key(of: $0.text) }
    var texts: Set<String> = []
    for start in keys.indices {
      for end in start..<min(start + most, keys.count) {
        texts.insert(keys[start...end].joined())
      }
    }
    return texts
  }

  /// The dimensions that the line names, or values of, folded.
  private static func dimensions(_ line: Line, _ catalog: any CatalogReader) -> Set<String> {
    let ids = line.values.flatMap { $0.alternatives.map(\.dimension) }
    let names = ids.compactMap { catalog.dimension($0)?.name } + line.keys
      + line.looseKeys.map(\.key)
    return Set(names.map { Spelling.key(of: $0) })
  }
}
