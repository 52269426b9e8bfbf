import Catalog

/// A sentence of a block, by its tokens.
struct TextSentence {
  let tokens: ArraySlice<TextToken>
  let isQuestion: Bool
}

extension TextBlock {
  /// The sentences of a block. A point after a word of `words.csv` that is cut, as `Jan.`, ends
  /// none.
  func sentences(_ lexicon: TextLexicon) -> [TextSentence] {
    let tokens = self.tokens
    var sentences: [TextSentence] = []
    var start = kind == .paragraph ? Dateline(tokens, lexicon)?.end ?? 0 : 0
    for (place, token) in tokens.enumerated() where place >= start {
      guard token.kind == .sign, ".!?\u{2026}".contains(token.text), ends(tokens, place, lexicon)
      else {
        continue
      }
      sentences.append(TextSentence(tokens: tokens[start...place], isQuestion: token.text == "?"))
      start = place + 1
    }
    if start < tokens.count {
      sentences.append(TextSentence(tokens: tokens[start...], isQuestion: false))
    }
    return sentences
  }

  private func ends(_ tokens: [TextToken], _ place: Int, _ lexicon: TextLexicon) -> Bool {
    guard place + 1 < tokens.count else { return true }
    let next = tokens[place + 1]
    if tokens[place].text != "." { return next.isAfterSpace || next.text == "\"" }
    if !next.isAfterSpace, next.text != "\"", next.text != ")" { return false }
    if place > 0, tokens[place - 1].kind == .word {
      let before = tokens[place - 1]
      // An initial, but not the million of `$5.9M.`
      let isOfNumber = place > 1 && tokens[place - 2].kind == .number && !before.isAfterSpace
      if before.text.unicodeScalars.count == 1, before.isCapital, !isOfNumber { return false }
      if lexicon.word(before.lower, .abbreviation) != nil {
        return next.kind == .word && next.isCapital && lexicon.word(next.lower, .filler) != nil
      }
    }
    return next.kind != .word || next.isCapital
  }
}
