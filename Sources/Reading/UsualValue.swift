package import Catalog
import QueryLanguage

/// The value that most mean who use a word and name no place: the southwest border, where they
/// speak of `the border`.
package struct UsualValue {
  /// The word that was used.
  package let word: String
  let value: Mention.Value

  /// As the language writes it.
  package var name: String { value.name }
  package var dimension: Int { value.dimension }

  /// The most words of such a name: `border patrol` speaks of no border.
  private static let most = 2

  /// Of the first such word of a text; `nil` where it has none.
  package init?(in text: String, _ catalog: any CatalogReader) {
    let words = text.split { !$0.isLetter }.map(String.init)
    var start = 0
    while start < words.count {
      var end = min(start + Self.most, words.count)
      while end > start {
        let own = words[start..<end].joined(separator: " ")
        if let found = catalog.words(named: own).first(where: { $0.part == .usual }) {
          guard !found.means.isEmpty else { break }
          guard let value = Mention.Value(found.means, 3, catalog) else { return nil }
          (word, self.value) = (own, value)
          return
        }
        end -= 1
      }
      start = max(end, start + 1)
    }
    return nil
  }

  /// Whether values or breakdowns of a dimension are places, too, beside which none is implied.
  package static func isPlace(_ dimension: Int, _ catalog: any CatalogReader) -> Bool {
    let kinds = ["border", "sector", "state", "field_office", "port", "region"]
    return catalog.dimension(dimension).map { kinds.contains($0.key) } ?? false
  }
}

extension Line {
  /// What a line is kept to that asks whether figures rose or fell, and speaks of a place that it
  /// does not name. Such a line is judged as a statement is. `nil` for other lines.
  func usual(in mentions: [Mention], _ catalog: any CatalogReader) -> UsualValue? {
    guard asks(.rise) || asks(.fall), !counted.isEmpty, !namesPlaces(catalog),
      let usual = UsualValue(in: mentions.map(\.text).joined(separator: " "), catalog),
      counted.allSatisfy({ own in
        own.alternatives.contains {
          catalog.publishedDimensions(of: $0.measure).contains(usual.dimension)
        }
      })
    else { return nil }
    return usual
  }

  /// The same, kept to a value that is not said.
  func keeping(to usual: UsualValue) -> Line {
    var line = self
    let own = Value(
      alternatives: [usual.value],
      place: -1,
      text: usual.name,
      isKind: false,
      isJoined: false
    )
    // What is only a kind of place says nothing more.
    line.values.removeAll(where: \.isKind)
    line.values.append(own)
    return line
  }

  private func namesPlaces(_ catalog: any CatalogReader) -> Bool {
    let named =
      values.filter { !$0.isKind }.flatMap(\.alternatives)
      + counted.flatMap(\.alternatives).flatMap(\.values)
    let broken = (keys + looseKeys.map(\.key)).flatMap { key in
      catalog.matches(key: Spelling.key(of: key)).filter { $0.kind == .dimension }.map(\.target)
    }
    return (named.map(\.dimension) + broken).contains { UsualValue.isPlace($0, catalog) }
  }
}

extension Reader {
  /// What a line means that asks of a place which it does not name, with what it would mean of all
  /// places; `nil` for other lines.
  func readings(ofUsual line: Line, _ mentions: [Mention]) -> [Reading]? {
    guard let usual = line.usual(in: mentions, catalog),
      let kept = answered(readings(of: line.keeping(to: usual), mentions)).only,
      let wide = answered(readings(of: line, mentions)).only
    else { return nil }
    let note = "`\(usual.word)` is mostly said of the \(usual.name); of all: `\(wide.statement)`."
    return [kept.noting([note])]
  }
}
