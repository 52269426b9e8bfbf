package import Catalog

/// The values that the texts of a file's columns name.
package struct ValuesOfFile {
  /// A text that does not name exactly one known value.
  package struct Unknown: Sendable {
    package let key: Int
    /// Its number among the texts of the key.
    package let place: Int
    package let text: String
    package let line: Int
    /// Dimension ids that it could be of.
    package let dimensions: [Int]
    /// Whether it names several values.
    package let isAmbiguous: Bool
  }

  /// Member ids by key and text; 0 where it is not known.
  package private(set) var members: [[Int]]
  /// In the order of the file.
  package private(set) var unknown: [Unknown] = []

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
        case (nil, _): addUnknown(key, place, dimensions, found.members.count > 1, counted)
        }
      }
      take(footnotes, key, dimensions, counted)
    }
    // Threads number the texts in any order.
    unknown.sort { ($0.key, $0.line) < ($1.key, $1.line) }
  }

  /// Number of texts that are looked up between two calls of `watch`.
  private static let watched = 256

  /// A footnote after a name does not make it another value, unless the column has the same value
  /// without that footnote.
  private mutating func take(
    _ footnotes: [(place: Int, member: Int)],
    _ key: Int,
    _ dimensions: [Int],
    _ counted: CountedTable
  ) {
    guard !footnotes.isEmpty else { return }
    var uses: [Int: Int] = [:]
    for member in members[key] + footnotes.map(\.member) { uses[member, default: 0] += 1 }
    for (place, member) in footnotes {
      if uses[member] == 1 {
        members[key][place] = member
      } else {
        addUnknown(key, place, dimensions, false, counted)
      }
    }
  }

  private mutating func addUnknown(
    _ key: Int,
    _ place: Int,
    _ dimensions: [Int],
    _ isAmbiguous: Bool,
    _ counted: CountedTable
  ) {
    unknown.append(
      Unknown(
        key: key,
        place: place,
        text: counted.texts[key][place],
        line: counted.lines[key][place],
        dimensions: dimensions,
        isAmbiguous: isAmbiguous
      )
    )
  }

  /// Sets the value that a text means.
  package mutating func set(_ unknown: Unknown, to member: Int) {
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
