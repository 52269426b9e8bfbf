import Catalog
import QueryLanguage

/// The part of a sentence around one anchor, with what it says of each slot.
struct TextWindow {
  let anchor: TextAnchor

  /// Its tokens, without signs at its ends.
  let tokens: Range<Int>

  /// Its marks.
  var marks: [Int]
  /// Marks that are elsewhere and hold for the whole sentence: `(FY 2024, southwest)`.
  var scope: [Int] = []

  /// Whether its number is what something is compared with: `ten times the | 2,804 pounds`.
  var isBase = false

  init(anchor: TextAnchor, tokens: Range<Int>, marks: [Int]) {
    self.anchor = anchor
    self.tokens = tokens
    self.marks = marks
  }

  /// The same, beginning with one before it that states nothing by itself: `Del Rio led the border
  /// in July | with 49,620 apprehensions`.
  func following(_ other: TextWindow, _ tokens: [TextToken]) -> TextWindow? {
    let between = other.tokens.upperBound..<max(other.tokens.upperBound, self.tokens.lowerBound)
    guard !tokens[between].contains(where: { $0.text == ";" }) else { return nil }
    var window = TextWindow(
      anchor: anchor,
      tokens: other.tokens.lowerBound..<self.tokens.upperBound,
      marks: other.marks + marks.filter { !other.marks.contains($0) }
    )
    window.scope = scope
    return window
  }

  /// Whether a value is told as the one that has what follows: `Tucson's`.
  private static func isOwner(_ mark: TextMark, _ tokens: [TextToken]) -> Bool {
    mark.mention?.values.isEmpty == false
      && tokens[mark.tokens.upperBound - 1].lower.hasSuffix("'s")
  }

  /// Cuts a sentence at the first sign or joining word after each anchor.
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
      // `Think about it: a fall of 87 percent`.
      if let colon = tokens[min(start, anchor.tokens.lowerBound)..<anchor.tokens.lowerBound]
        .lastIndex(where: { $0.text == ":" }),
        !marks.contains(where: {
          (start..<colon).contains($0.tokens.lowerBound)
            && ($0.isNamed || $0.time != nil || $0.number != nil || $0.has(.rise) || $0.has(.fall))
        })
      {
        start = colon + 1
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
              // `last July's 132,642`, `a third of Tucson's 463,567`: what precedes is of both.
              || marks[place].tokens.upperBound == own.lowerBound
                && start == own.lowerBound && start > 0
                && (marks[place].time != nil || isOwner(marks[place], tokens))
          }
        )
      )
      start = max(end, anchor.tokens.upperBound)
    }
    shareTimes(of: &windows, tokens, marks)
    shareCounted(of: &windows, tokens, marks)
    shareRespectively(&windows, tokens, marks)
    addScope(to: &windows, tokens, marks)
    return windows
  }
}
