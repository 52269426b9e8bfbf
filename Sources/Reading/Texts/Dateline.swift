import Catalog

/// The place and the day that reports begin with: `WASHINGTON, Oct. 24, 2022 (Wire) —`, `EL PASO,
/// Texas -`, `ATLANTA --`. What the paragraph tells begins after it.
struct Dateline {
  /// The first token after it.
  let end: Int

  /// The most tokens that one has.
  private static let most = 16

  init?(_ tokens: [TextToken], _ lexicon: TextLexicon) {
    guard let first = tokens.first(where: { $0.kind == .word }), first.text.utf8.count > 1,
      first.text == first.text.uppercased(), !Self.acts(first, lexicon)
    else { return nil }
    for place in tokens.indices.prefix(Self.most).dropFirst() {
      guard let end = Self.dashEnd(tokens, place) else { continue }
      guard Self.isPlace(tokens[..<place]) else { return nil }
      self.end = end
      return
    }
    return nil
  }

  /// The token after a dash: a long one, or one or two short ones between spaces.
  private static func dashEnd(_ tokens: [TextToken], _ place: Int) -> Int? {
    switch tokens[place].text {
    case "\u{2014}", "\u{2013}": return place + 1
    case "-":
      let isDouble = place + 1 < tokens.count && tokens[place + 1].text == "-"
      let end = place + (isDouble ? 2 : 1)
      guard end < tokens.count, tokens[place].isAfterSpace, tokens[end].isAfterSpace else {
        return nil
      }
      return end
    default: return nil
    }
  }

  /// Whether some tokens are a place with more about it, or capitals alone without a number:
  /// `CHICAGO —`.
  private static func isPlace(_ tokens: ArraySlice<TextToken>) -> Bool {
    tokens.contains { $0.text == "," || $0.text == "(" }
      || tokens.count <= 4
        && tokens.allSatisfy { $0.text == $0.text.uppercased() && $0.kind != .number }
  }

  /// Whether a word names who counts or is counted and no place: `ICE — an agency of …`.
  private static func acts(_ token: TextToken, _ lexicon: TextLexicon) -> Bool {
    guard let mention = lexicon.mention(token.text) else { return false }
    return !mention.counted.isEmpty
      || mention.values.contains { lexicon.isActor($0.dimension) || lexicon.isSide($0.dimension) }
  }
}
