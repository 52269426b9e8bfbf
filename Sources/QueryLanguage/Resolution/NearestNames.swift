package import Catalog
import Diagnostics

/// Finds what was probably meant by a name that the catalog does not have.
package struct NearestNames {
  private let catalog: any CatalogReader

  package init(_ catalog: any CatalogReader) {
    self.catalog = catalog
  }

  /// The names nearest to what was typed, at most three. None when nothing comes close.
  package func nearest(to typed: String, kinds: NameMatch.Kinds) -> [String] {
    let known = spellings(of: kinds, for: typed)
    let slips = slips(to: typed, among: known)
    return names(slips.isEmpty ? sharingWords(with: typed, among: known) : slips)
  }

  /// The names that differ from what was typed by a slip or two, at most three.
  func slips(to typed: String, kinds: NameMatch.Kinds) -> [String] {
    names(slips(to: typed, among: spellings(of: kinds, for: typed)))
  }

  /// The spellings that could have been meant. Nobody mistypes a name of more than 100 bytes.
  private func spellings(of kinds: NameMatch.Kinds, for typed: String) -> [KnownSpelling] {
    guard typed.utf8.count <= 100 else { return [] }
    return catalog.spellings(of: kinds).filter {
      kinds != .measures || !$0.match.isPhraseOfValue(in: catalog)
    }
  }

  private func slips(to typed: String, among known: [KnownSpelling]) -> [KnownSpelling] {
    let bySpelling = Dictionary(known.map { ($0.key, $0) }) { a, b in
      a.match.preference <= b.match.preference ? a : b
    }
    return closestMatches(to: Spelling.key(of: typed), among: bySpelling.keys, shortest: 4)
      .compactMap { bySpelling[$0] }
  }

  private func names(_ spellings: [KnownSpelling]) -> [String] {
    unique(spellings.map(name)).prefix(3).map { $0 }
  }

  /// Spellings that contain most of the longer words of what was typed, at least half of them.
  /// Letters that words happen to share, and words of time, do not count.
  private func sharingWords(with typed: String, among known: [KnownSpelling]) -> [KnownSpelling] {
    let words = words(of: typed)
    guard !words.isEmpty else { return [] }
    let shared = known.map { spelling in
      let own = self.words(of: spelling.text)
      return (spelling, words.count { word in own.contains { isSameWord(word, $0) } })
    }
    guard let most = shared.map(\.1).max(), most * 2 >= words.count, most > 0 else { return [] }
    return shared.filter { $0.1 == most }.map(\.0).sorted {
      ($0.match.preference, $0.key.utf8.count, $0.key) < (
        $1.match.preference, $1.key.utf8.count, $1.key
      )
    }
  }

  /// The words that distinguish a name from others.
  private func words(of text: String) -> [String] {
    Spelling.words(of: text).map(\.key).filter { word in
      word.utf8.count > 3 && word != "year" && TimeUnit(word: word) == nil
        && !word.utf8.contains { (0x30...0x39).contains($0) }
    }
  }

  /// The catalog's name for what a spelling means.
  private func name(_ spelling: KnownSpelling) -> String {
    switch spelling.match.kind {
    case .measure: catalog.measure(spelling.match.target)?.name ?? spelling.text
    case .dimension: catalog.dimension(spelling.match.target)?.name ?? spelling.text
    case .member: catalog.member(spelling.match.target)?.name ?? spelling.text
    case .group: catalog.group(spelling.match.target)?.name ?? spelling.text
    case .phrase, .notHeld, .word, .event, .administration: spelling.text
    }
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
