import Catalog
import QueryLanguage

/// Where a sentence is cut between what it states.
extension TextWindow {
  static func cut(
    _ start: Int,
    _ end: Int,
    _ tokens: [TextToken],
    _ marks: [TextMark],
    _ lexicon: TextLexicon
  ) -> Int {
    guard start < end else { return start }
    var inside = -1
    for place in start..<end where isBoundary(tokens[place], lexicon) {
      // A comma inside of a date divides nothing.
      if marks.contains(where: { $0.tokens.count > 1 && $0.tokens.contains(place) }) { continue }
      if tokens[place].text == ",", isTimeAlone(after: place, end, tokens, marks, lexicon) {
        continue
      }
      if tokens[place].text == ",", start > 0, endsApposition(place, start, end, tokens) {
        continue
      }
      if tokens[place].lower == "when", isOffice(after: place, marks) { continue }
      // `3,706 known or suspected gang members`.
      if tokens[place].lower == "or", place == start + 1,
        !marks.contains(where: { $0.isNamed && $0.tokens.contains(start) })
      {
        continue
      }
      // `so few as in November`.
      if tokens[place].lower == "as",
        tokens[max(0, place - 14)..<place].contains(where: { $0.lower == "so" })
      {
        continue
      }
      // `along the border with Mexico`.
      if tokens[place].lower == "with", place > 0,
        ["border", "line", "boundary", "frontier"].contains(tokens[place - 1].lower)
      {
        continue
      }
      if let close = timeInParentheses(place, tokens, marks) {
        inside = close
        continue
      }
      if place <= inside { continue }
      return place
    }
    return end
  }

  /// Whether `when` tells the day of an office: `135 when the President took office`.
  static func isOffice(after when: Int, _ marks: [TextMark]) -> Bool {
    marks.first { $0.tokens.lowerBound > when }.map { next in
      (next.time == .relative("office") || next.mention?.event != nil || next.mention?.term != nil)
        && next.tokens.lowerBound - when <= 2
    } ?? false
  }

  /// Whether a comma ends what is set between commas, so that the verb follows it: `the
  /// largest number, about 207,000, came in fiscal 1980`.
  static func endsApposition(
    _ comma: Int,
    _ start: Int,
    _ end: Int,
    _ tokens: [TextToken]
  ) -> Bool {
    guard comma == start, comma + 1 < end, tokens[comma + 1].kind == .word,
      !["and", "but", "or", "a", "an", "the", "which", "while"].contains(tokens[comma + 1].lower)
    else { return false }
    var place = start - 1
    while place > 0, tokens[place].kind != .sign, start - place < 6 { place -= 1 }
    return place > 0 && tokens[place].text == ","
      && ["came", "was", "were", "fell", "occurred", "happened", "took"].contains(
        tokens[comma + 1].lower
      )
  }

  /// The end of parentheses that hold a time and no more: `2,475,669 (2023)`.
  static func timeInParentheses(
    _ open: Int,
    _ tokens: [TextToken],
    _ marks: [TextMark]
  ) -> Int? {
    guard tokens[open].text == "(",
      let time = marks.first(where: { $0.tokens.lowerBound > open }), time.time != nil,
      time.tokens.lowerBound - open <= 2, time.tokens.upperBound < tokens.count,
      tokens[time.tokens.upperBound].text == ")"
    else { return nil }
    return time.tokens.upperBound
  }

  /// Whether after a comma comes a time and no more: `11,411, in fiscal 2021`.
  static func isTimeAlone(
    after comma: Int,
    _ end: Int,
    _ tokens: [TextToken],
    _ marks: [TextMark],
    _ lexicon: TextLexicon
  ) -> Bool {
    guard let time = marks.first(where: { $0.tokens.lowerBound > comma }),
      let own = marks.first(where: { $0.tokens.lowerBound > comma && $0.time != nil }),
      own.tokens.lowerBound - comma <= 2, time.tokens.lowerBound > comma,
      own.tokens.lowerBound == comma + 1 || ["in", "during"].contains(tokens[comma + 1].lower)
    else { return false }
    return own.tokens.upperBound >= end || isBoundary(tokens[own.tokens.upperBound], lexicon)
  }

  static func isBoundary(_ token: TextToken, _ lexicon: TextLexicon) -> Bool {
    if token.kind == .sign {
      return [",", ";", ":", "(", ")", "\u{2014}", "\u{2013}", "\u{2192}", "\""].contains(
        token.text
      )
    }
    return token.kind == .word && lexicon.word(token.lower, .clause) != nil
  }

  static func trimmed(
    _ range: Range<Int>,
    _ tokens: [TextToken]
  ) -> Range<Int> {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < last - 1,
      tokens[first].kind == .sign && tokens[first].text != "$"
        || ["and", "but", "or"].contains(tokens[first].lower)
    { first += 1 }
    while last > first + 1,
      tokens[last - 1].kind == .sign && tokens[last - 1].text != "%"
        || ["and", "but", "or", "while", "whereas", "which"].contains(tokens[last - 1].lower)
    {
      last -= 1
    }
    return first..<last
  }
}
