import Catalog
import Diagnostics
import QueryLanguage

/// Words that nothing knows, each one slip away from a word of the catalog, and no other word:
/// `removls`.
struct Slips {
  /// The line with the words that can be meant: one for each that is as near.
  let lines: [(text: String, notes: [String])]

  /// Whether each word that was mended is long, and so near to few others.
  private(set) var areOfLongWords = true

  /// Shorter words are too near to others.
  private static let shortest = 5
  /// More lines are none.
  private static let most = 8

  /// `nil` where no word of the line is a slip.
  init?(in source: String, _ mentions: [Mention], _ catalog: any CatalogReader) {
    var lines: [(bytes: [UInt8], notes: [String])] = [(Array(source.utf8), [])]
    // From the right, so that the places of what comes before stay.
    for mention in mentions.reversed() where mention.isUnknown {
      let typed = Spelling.key(of: mention.text)
      guard typed.utf8.count >= Self.shortest, typed.utf8.allSatisfy(Self.isLetter) else {
        continue
      }
      let words = catalog.words(oneSlipFrom: typed) + Self.transposed(typed, catalog)
      let near = words.filter { word in
        // A word that adds nothing is no word that was meant.
        !catalog.words(named: word).contains { $0.part == .filler }
      }
      // The first letter is rarely the wrong one: `arests` is not `crests`.
      let alike = near.filter { Spelling.key(of: $0).utf8.first == typed.utf8.first }
      let meant = alike.isEmpty ? near : alike
      guard !meant.isEmpty else { continue }
      if typed.utf8.count < Self.shortestOfTwo { areOfLongWords = false }
      lines = lines.flatMap { line in
        meant.map { word in
          var bytes = line.bytes
          bytes.replaceSubrange(mention.span.start..<mention.span.end, with: word.utf8)
          return (bytes, ["`\(mention.text)` read as `\(word)`"] + line.notes)
        }
      }
    }
    guard let first = lines.first, !first.notes.isEmpty, lines.count <= Self.most else {
      return nil
    }
    self.lines = lines.map { (String(decoding: $0.bytes, as: UTF8.self), $0.notes) }
  }

  /// The same for words that are two slips away from one word: they decide nothing, and are only
  /// offered.
  init?(offering source: String, _ mentions: [Mention], _ catalog: any CatalogReader) {
    var bytes = Array(source.utf8)
    var isMended = false
    for mention in mentions.reversed() where mention.isUnknown {
      let typed = Spelling.key(of: mention.text)
      guard typed.utf8.count >= Self.shortestOfTwo, typed.utf8.allSatisfy(Self.isLetter),
        let meant = Self.twoSlips(from: typed, catalog)
      else { continue }
      bytes.replaceSubrange(mention.span.start..<mention.span.end, with: meant.utf8)
      isMended = true
    }
    guard isMended else { return nil }
    lines = [(String(decoding: bytes, as: UTF8.self), [])]
  }

  /// With two slips, shorter words are too near to others.
  private static let shortestOfTwo = 7

  /// The only word that is one slip away from a text, or from it without one of its letters.
  private static func twoSlips(from typed: String, _ catalog: any CatalogReader) -> String? {
    let letters = Array(typed.utf8)
    var found = Set(catalog.words(oneSlipFrom: typed))
    for place in letters.indices {
      var less = letters
      less.remove(at: place)
      let text = String(decoding: less, as: UTF8.self)
      found.formUnion(catalog.words(oneSlipFrom: text))
    }
    let alike = found.filter { $0.utf8.first == letters.first }
    return alike.count == 1 ? alike.first : nil
  }

  /// Names that a text is with two neighbors of its letters exchanged: `tuscon`.
  private static func transposed(_ typed: String, _ catalog: any CatalogReader) -> [String] {
    var letters = Array(typed.utf8)
    return letters.indices.dropLast().compactMap { place in
      guard letters[place] != letters[place + 1] else { return nil }
      letters.swapAt(place, place + 1)
      defer { letters.swapAt(place, place + 1) }
      let text = String(decoding: letters, as: UTF8.self)
      return catalog.matches(key: text).isEmpty ? nil : text
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }
}
