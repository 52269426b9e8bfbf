import Catalog
import QueryLanguage

/// What the words of one line name, each text looked up once.
final class Lexicon {
  let catalog: any CatalogReader
  private var known: [String: [NameMatch]] = [:]
  private var spoken: [String: [SpokenWord]] = [:]

  init(_ catalog: any CatalogReader) {
    self.catalog = catalog
  }

  func matches(key: String) -> [NameMatch] {
    if let found = known[key] { return found }
    let found = catalog.matches(key: key)
    known[key] = found
    return found
  }

  /// The words of speech that a text is.
  func words(named text: String) -> [SpokenWord] {
    if let found = spoken[text] { return found }
    let found = matches(key: Spelling.key(of: text)).compactMap {
      $0.kind == .word ? catalog.word($0.target) : nil
    }
    spoken[text] = found
    return found
  }
}
