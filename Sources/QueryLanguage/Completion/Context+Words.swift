import Catalog
import Diagnostics

extension QueryCompletion.Context {
  /// Measures and values for everyday words that begin as typed: `removals` for `deport`. Offered
  /// where no name begins so.
  func spoken(
    _ expectation: Parser.Expected,
    beginning partial: String
  ) -> [QueryCompletion.Item] {
    let typed = Spelling.key(of: partial)
    let part: SpokenWord.Part
    switch expectation {
    case .measure: part = .counted
    case .value: part = .value
    default: return []
    }
    guard typed.utf8.count >= Self.shortest else { return [] }
    let words = catalog.spellings(of: .words, beginning: typed)
      .compactMap { catalog.word($0.match.target) }
      .filter { $0.part == part && $0.meaning != .nearest }
    return words.compactMap(item).withoutRepeats
  }

  /// Fewer letters begin too many words.
  private static let shortest = 4

  private func item(_ word: SpokenWord) -> QueryCompletion.Item? {
    let note = word.note.isEmpty ? "for `\(word.text)`" : "for `\(word.text)`: \(word.note)"
    guard word.part == .value else {
      let name = word.means.prefix { $0 != " " }
      let rest = word.means.dropFirst(name.count)
      return measureName(String(name)).map {
        QueryCompletion.Item(text: Name.quoted($0) + rest, note: note)
      }
    }
    guard let value = word.means.split(separator: "=").last else { return nil }
    return catalog.matches(key: Spelling.key(of: String(value))).lazy.compactMap { match in
      switch match.kind {
      case .member: catalog.member(match.target)?.name
      case .group: catalog.group(match.target)?.name
      default: nil
      }
    }.first.map { QueryCompletion.Item(text: Name.quoted($0), note: note) }
  }

  private func measureName(_ text: String) -> String? {
    catalog.matches(key: Spelling.key(of: text)).first { $0.kind == .measure }
      .flatMap { catalog.measure($0.target)?.name }
  }
}
