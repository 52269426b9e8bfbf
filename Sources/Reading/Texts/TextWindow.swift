import Catalog
import QueryLanguage

/// The part of a sentence around one anchor, with what it says of each slot.
struct TextWindow {
  let anchor: TextAnchor
  /// Its tokens, without signs at its ends.
  let tokens: Range<Int>
  /// Its marks.
  let marks: [Int]

  /// Cuts a sentence at the first sign or joining word behind each anchor.
  static func all(
    _ anchors: [TextAnchor],
    _ tokens: [TextToken],
    _ marks: [TextMark],
    _ lexicon: TextLexicon
  ) -> [TextWindow] {
    var windows: [TextWindow] = []
    var start = 0
    for (index, anchor) in anchors.enumerated() {
      let next = index + 1 < anchors.count ? anchors[index + 1].tokens.lowerBound : tokens.count
      var end =
        index + 1 < anchors.count
        ? cut(anchor.tokens.upperBound, next, tokens, marks, lexicon) : tokens.count
      // A semicolon begins something new.
      if let last = tokens[min(start, anchor.tokens.lowerBound)..<anchor.tokens.lowerBound]
        .lastIndex(where: { $0.text == ";" })
      {
        start = last + 1
      }
      if anchor.tokens.upperBound < end,
        let stop = tokens[anchor.tokens.upperBound..<end].firstIndex(where: { $0.text == ";" })
      {
        end = stop
      }
      let own = trimmed(start..<max(end, anchor.tokens.upperBound), tokens)
      windows.append(
        TextWindow(
          anchor: anchor,
          tokens: own,
          marks: marks.indices.filter { place in
            own.contains(marks[place].tokens.lowerBound)
              // `last July's 132,642`: the time right before belongs to both.
              || marks[place].time != nil && marks[place].tokens.upperBound == own.lowerBound
                && start == own.lowerBound && start > 0
          }
        )
      )
      start = max(end, anchor.tokens.upperBound)
    }
    return windows
  }

  private static func cut(
    _ start: Int,
    _ end: Int,
    _ tokens: [TextToken],
    _ marks: [TextMark],
    _ lexicon: TextLexicon
  ) -> Int {
    guard start < end else { return start }
    for place in start..<end where isBoundary(tokens[place], lexicon) {
      // A comma inside of a date divides nothing.
      if marks.contains(where: { $0.tokens.count > 1 && $0.tokens.contains(place) }) { continue }
      if tokens[place].text == ",", isTimeAlone(behind: place, end, tokens, marks, lexicon) {
        continue
      }
      return place
    }
    return end
  }

  /// Whether behind a comma stands a time and no more: `11,411, in fiscal 2021`.
  private static func isTimeAlone(
    behind comma: Int,
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

  private static func isBoundary(_ token: TextToken, _ lexicon: TextLexicon) -> Bool {
    if token.kind == .sign {
      return [",", ";", ":", "(", ")", "\u{2014}", "\u{2013}", "\u{2192}", "\""].contains(
        token.text
      )
    }
    return token.kind == .word && lexicon.word(token.lower, .clause) != nil
  }

  private static func trimmed(
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
