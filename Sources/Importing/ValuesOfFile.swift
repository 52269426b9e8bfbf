package import Catalog

/// The values that the texts of a file's columns name.
package struct ValuesOfFile {
  /// Member ids by key and text; 0 where it is not known.
  package private(set) var members: [[Int]]
  /// The texts that do not name exactly one known value.
  package private(set) var unknown: UnknownTexts

  /// `mapped` gives the member that a text of some dimensions was declared to mean; `watch`
  /// receives the fraction done, and stops by throwing.
  package init(
    of counted: CountedTable,
    _ reading: FileReading,
    catalog: any CatalogReader,
    mapped: (_ text: String, _ dimensions: [Int]) -> Int?,
    watch: (Double) throws -> Void = { _ in }
  ) rethrows {
    members = counted.texts.map { Array(repeating: 0, count: $0.count) }
    let count = counted.texts.reduce(1) { $0 + $1.count }
    unknown = UnknownTexts(of: counted, reading)
    let known = KnownValues(catalog)
    var done = 0
    for (key, meaning) in reading.keys.enumerated() {
      guard case .dimensions(let dimensions) = meaning else { continue }
      var footnotes: [(place: Int, member: Int)] = []
      for (place, text) in counted.texts[key].enumerated() {
        if done % Self.watched == 0 { try watch(Double(done) / Double(count)) }
        done += 1
        if let member = mapped(text, dimensions) {
          members[key][place] = member
          continue
        }
        let found = known.find(text.isEmpty ? "unknown" : text, in: dimensions)
        switch (found.members.only, found.hasFootnote) {
        case (let member?, false): members[key][place] = member
        case (let member?, true): footnotes.append((place, member))
        case (nil, _): unknown.append(key, place, isAmbiguous: found.members.count > 1)
        }
      }
      take(footnotes, key)
    }
    // Threads number the texts in any order.
    unknown.sort()
  }

  /// Number of texts that are looked up between two calls of `watch`.
  private static let watched = 256

  /// A footnote after a name does not make it another value, unless the column has the same value
  /// without that footnote.
  private mutating func take(
    _ footnotes: [(place: Int, member: Int)],
    _ key: Int
  ) {
    guard !footnotes.isEmpty else { return }
    var uses: [Int: Int] = [:]
    for member in members[key] + footnotes.map(\.member) { uses[member, default: 0] += 1 }
    for (place, member) in footnotes {
      if uses[member] == 1 {
        members[key][place] = member
      } else {
        unknown.append(key, place, isAmbiguous: false)
      }
    }
  }

  /// Sets the value that a text means.
  package mutating func set(_ unknown: UnknownTexts.Element, to member: Int) {
    members[unknown.key][unknown.place] = member
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

extension ValuesOfFile {
  /// The members of a dimension by the texts of a key; 0 for texts that are none of its values.
  func members(
    of dimension: Int,
    _ key: Int,
    _ reading: FileReading,
    _ catalog: any CatalogReader
  ) -> [Int] {
    // Where all texts are of one dimension, there is no need to check each.
    if case .dimensions(let own) = reading.keys[key], own == [dimension] { return members[key] }
    return members[key].map { catalog.member($0)?.dimension == dimension ? $0 : 0 }
  }
}
