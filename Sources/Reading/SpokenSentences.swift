import Catalog

/// The sentences of a typed line: `I'm on deadline. How many were removed in 2020?` A question that
/// follows a comma is one of its own: `I work with Afghans, how many were granted asylum`. So is
/// what says who asks and why: `as a taxpayer I want to know how much …`, `…, for my thesis`.
struct SpokenSentences {
  /// In their order, without what ends them.
  private(set) var all: [String] = []

  init(_ line: String, _ catalog: any CatalogReader) {
    var words: [Substring] = []
    let typed = line.split(separator: " ")
    for (place, word) in typed.enumerated() {
      if words.last?.last == "," {
        let isApart =
          Self.asks(word, catalog) || Self.isAside(words[...], catalog)
          || Self.isAside(typed[place...], catalog)
        if isApart { end(&words) }
      } else if Self.leads.contains(word.lowercased()), Self.isAside(words[...], catalog) {
        end(&words)
      }
      // `my senator wants to know if …`
      if Self.isCondition(word), Self.isAside(words[...], catalog) {
        end(&words)
        continue
      }
      if Self.isDash(word) {
        end(&words)
      } else {
        words.append(word)
        if Self.ends(word) { end(&words) }
      }
    }
    end(&words)
  }

  private static func isCondition(_ word: Substring) -> Bool {
    ["if", "whether"].contains(word.lowercased())
  }

  /// Words with which a question begins after what says who asks.
  private static let leads: Set<String> = ["how", "which", "what", "who", "when", "where"]

  private mutating func end(_ words: inout [Substring]) {
    let text = words.joined(separator: " ").trimmingEnd { ".?!;:,".contains($0) }
    if !text.isEmpty { all.append(text) }
    words.removeAll()
  }

  /// Whether a sentence ends with a word. A point after a letter or two is part of a name: `U.S.`
  private static func ends(_ word: Substring) -> Bool {
    switch word.last {
    case "?", "!", ";", ":": true
    case ".": word.dropLast().count > 2 && !word.dropLast().contains(".")
    default: false
    }
  }

  private static func isDash(_ word: Substring) -> Bool {
    ["-", "\u{2013}", "\u{2014}", "--"].contains(word)
  }

  /// Whether words begin as what says who asks and why.
  static func isAside(_ sentence: String, _ catalog: any CatalogReader) -> Bool {
    isAside(sentence.split(separator: " ")[...], catalog)
  }

  private static func isAside(_ words: ArraySlice<Substring>, _ catalog: any CatalogReader) -> Bool
  {
    (1...3).contains { length in
      catalog.words(named: words.prefix(length).joined(separator: " ")).contains {
        $0.part == .heading && $0.means == "aside"
      }
    }
  }

  private static func asks(_ word: Substring, _ catalog: any CatalogReader) -> Bool {
    let word = word.lowercased()
    guard word != "how" else { return true }
    return catalog.words(named: word).contains { [.list, .fact].contains($0.part) }
  }
}

extension String {
  fileprivate func trimmingEnd(_ isLeftOut: (Character) -> Bool) -> String {
    var text = self[...]
    while let last = text.last, isLeftOut(last) { text.removeLast() }
    return String(text)
  }
}
