import Catalog

/// Names of the catalog that occur in running text.
struct NamesInText {
  private let catalog: any CatalogReader

  init(_ catalog: any CatalogReader) {
    self.catalog = catalog
  }

  /// Measures to query: those that texts name, by a name, another spelling or a phrase.
  func questioned(in texts: [String]) -> [String] {
    texts.flatMap(runs).compactMap(questioned).withoutRepeats
  }

  /// The values that texts name: proper names, and names of several words.
  func members(in texts: [String]) -> [Member] {
    texts.flatMap(runs).filter(\.isTelling).compactMap { members(named: $0.key).first }
  }

  /// The values that a whole spelling names.
  func members(named key: String) -> [Member] {
    catalog.matches(key: key).filter { $0.kind == .member }.compactMap { catalog.member($0.target) }
      .filter { $0.rest == .none }
  }

  private func questioned(_ run: Run) -> String? {
    for match in catalog.matches(key: run.key) {
      guard let id = catalog.measure(meantBy: match) else { continue }
      let phrase = match.kind == .phrase ? catalog.phrase(match.target) : nil
      if let phrase, phrase.means.contains(" ") { return phrase.phrase }
      return catalog.measure(id)?.name
    }
    return nil
  }

  // MARK: Runs of words

  /// Words of a text that name something.
  private struct Run {
    let key: String
    let words: Int
    let isCapitalized: Bool

    /// Whether it is not just a common word that happens to be a spelling.
    var isTelling: Bool { words > 1 || (isCapitalized && key.utf8.count > 2) }
  }

  /// The sequences that name something, the longest at each place.
  private func runs(in text: String) -> [Run] {
    let pieces = Spelling.words(of: text)
    let bytes = Array(text.utf8)
    var found: [Run] = []
    var index = 0
    while index < pieces.count {
      let length = longestRun(in: pieces[index...])
      if length > 0 {
        found.append(
          Run(
            key: pieces[index..<index + length].map(\.key).joined(),
            words: length,
            isCapitalized: (0x41...0x5A).contains(bytes[pieces[index].range.lowerBound])
          )
        )
      }
      index += max(1, length)
    }
    return found
  }

  private func longestRun(in pieces: ArraySlice<Spelling.Word>) -> Int {
    stride(from: min(6, pieces.count), through: 1, by: -1).first { length in
      !catalog.matches(key: pieces.prefix(length).map(\.key).joined()).isEmpty
    } ?? 0
  }
}

extension CatalogReader {
  /// The measure that a name or a phrase means.
  func measure(meantBy match: NameMatch) -> Int? {
    switch match.kind {
    case .measure: return match.target
    case .phrase:
      guard let phrase = phrase(match.target), !phrase.standsForValue,
        let first = phrase.means.split(separator: " ").first
      else { return nil }
      return matches(key: Spelling.key(of: String(first))).first { $0.kind == .measure }?.target
    case .dimension, .member, .group, .notHeld, .word, .event, .administration: return nil
    }
  }
}

extension [String] {
  /// The items without repeats, in the order of their first occurrence.
  package var withoutRepeats: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
