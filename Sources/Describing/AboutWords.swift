package import Catalog
package import QueryLanguage

/// The words after `about`: a row stays when each of them occurs in it.
///
/// A word occurs in the row's text, or names, alone or with its neighbors, a measure that the row
/// is about or a value that its table holds.
package struct AboutWords {
  /// As they were typed.
  package let text: String
  /// The folded words.
  package let keys: [String]
  /// What sequences of the words name.
  private let named: [Named]
  private let catalog: any CatalogReader

  private struct Named {
    let words: Range<Int>
    let measures: [Int]
    /// The folded names of the measures.
    let names: [String]
    let members: [Int]
  }

  package init(_ words: StatementWords, _ catalog: any CatalogReader) {
    let keys = words.words.map(\.text).filter { !Self.joining.contains($0.lowercased()) }
      .map { Spelling.key(of: $0) }.filter { !$0.isEmpty }
    text = words.text
    self.keys = keys
    self.catalog = catalog
    named = Self.runs(of: keys.count).compactMap { run in
      Self.named(run, key: keys[run].joined(), catalog)
    }
  }

  package func matches(_ row: ListedRow) -> Bool {
    let pieces = row.texts.map { Spelling.words(of: $0).map(\.key) }
    return keys.indices.allSatisfy { index in
      pieces.contains { Self.occurs(keys[index], in: $0) } || isNamed(index, row, pieces)
    }
  }

  /// Words that say nothing by themselves.
  private static let joining = [
    "a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "from", "and", "or", "with",
  ]

  /// Whether neighboring pieces make the word: `h2a` is `H-2A`.
  package static func occurs(_ word: String, in pieces: [String]) -> Bool {
    pieces.indices.contains { start in
      var run = ""
      for piece in pieces[start...] {
        run += piece
        if run.utf8.count >= word.utf8.count { break }
      }
      return run == word
    }
  }

  // MARK: Names

  private func isNamed(_ index: Int, _ row: ListedRow, _ pieces: [[String]]) -> Bool {
    named.contains { named in
      named.words.contains(index)
        && (named.names.contains { name in pieces.contains { Self.occurs(name, in: $0) } }
          || named.measures.contains(where: row.measures.contains)
          || row.datasets.contains { dataset in
            named.members.contains { catalog.occurs($0, in: dataset) }
          })
    }
  }

  private static func runs(of count: Int) -> [Range<Int>] {
    (0..<count).flatMap { start in (start + 1...min(count, start + 6)).map { start..<$0 } }
  }

  private static func named(
    _ run: Range<Int>,
    key: String,
    _ catalog: any CatalogReader
  ) -> Named? {
    let matches = catalog.matches(key: key)
    let measures = matches.flatMap { match in
      catalog.measure(meantBy: match).map { [$0] } ?? catalog.measures(spokenOfBy: match)
    }
    let members = matches.filter { $0.kind == .member }.map(\.target)
      .filter { catalog.member($0)?.rest == Member.Rest.none }
    if measures.isEmpty, members.isEmpty { return nil }
    let names = measures.compactMap { catalog.measure($0)?.name }.map { Spelling.key(of: $0) }
    return Named(words: run, measures: measures, names: names, members: members)
  }
}

extension CatalogReader {
  /// The measures that an everyday word means, or is about: `deported`, `border numbers`.
  fileprivate func measures(spokenOfBy match: NameMatch) -> [Int] {
    guard match.kind == .word, let word = word(match.target) else { return [] }
    let names: [String] =
      switch word.part {
      case .counted: [word.means.firstPart(before: " for ")]
      case .topic: word.means.split(separator: ";").map(String.init)
      default: []
      }
    return names.flatMap { matches(key: Spelling.key(of: $0)) }.filter { $0.kind == .measure }
      .map(\.target)
  }
}

extension String {
  fileprivate func firstPart(before separator: String) -> String {
    var rest = self[...]
    while !rest.isEmpty, !rest.hasPrefix(separator) { rest = rest.dropFirst() }
    return String(self[..<rest.startIndex])
  }
}
