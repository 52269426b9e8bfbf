import Catalog

/// Who says a sentence, where it is ascribed: `"…," he said`, `according to the department`.
enum Speaker {
  static func name(in tokens: [TextToken], _ lexicon: TextLexicon) -> String? {
    guard let place = tokens.firstIndex(where: { lexicon.word($0.lower, .saying) != nil }) else {
      return nil
    }
    var first = place
    while first > 0, tokens[first - 1].kind == .word, place - first < 5,
      lexicon.word(tokens[first - 1].lower, .clause) == nil
    { first -= 1 }
    guard first < place else { return nil }
    return tokens[first..<place].map(\.text).joined(separator: " ")
  }
}
