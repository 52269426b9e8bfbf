import Catalog

/// What a time does in a statement.
enum TimeRole {
  /// When it is.
  case own
  /// What is compared with: `than in August`, `from December`.
  case base
  /// Where a comparison over time begins.
  case since
  /// Up to when.
  case until

  /// Whether `since` tells of something that was at the time: `since the rule was made in May
  /// 2023`.
  private static func isAfterSince(_ place: Int, in tokens: [TextToken], from start: Int) -> Bool {
    var place = place
    var steps = 0
    while place >= start, steps < 14, tokens[place].kind == .word {
      if tokens[place].lower == "since" { return true }
      place -= 1
      steps += 1
    }
    return false
  }

  /// By the words before it.
  init(
    of time: SpokenTime,
    before place: Int,
    in tokens: [TextToken],
    from start: Int,
    _ lexicon: TextLexicon
  ) {
    var place = place - 1
    var steps = 0
    while place >= start, steps < 5 {
      let token = tokens[place]
      guard token.kind == .word else { break }
      // `over the same year`.
      if token.lower == "over", time.isSame { break }
      for length in [4, 3, 2, 1] where place - length + 1 >= start {
        let text = tokens[(place - length + 1)...place].map(\.lower).joined(separator: " ")
        let words = lexicon.words(text)
        // `so few as in November`.
        if text == "as in", tokens[start..<place].contains(where: { $0.lower == "so" }) {
          self = .own
          return
        }
        // `go back to 2017 to find a lower number`.
        if text == "back to" || text == "back until" {
          self = .since
          return
        }
        // `from May to November` is one time.
        if text == "from" || text == "between", time.isRange {
          self = .own
          return
        }
        if words.contains(where: { $0.part == .against || $0.part == .above }) || text == "from" {
          self = .base
          return
        }
        // `on` is such a word after a time, and before one it is none.
        if words.contains(where: { $0.part == .since && $0.means != "after" }) {
          self = .since
          return
        }
        if words.contains(where: { $0.part == .until && $0.means != "after" }) || text == "by" {
          self = .until
          return
        }
      }
      guard
        lexicon.words(token.lower).contains(where: {
          [.filler, .place, .origin, .pronoun].contains($0.part)
        })
      else { break }
      place -= 1
      steps += 1
    }
    self = Self.isAfterSince(place, in: tokens, from: start) ? .since : .own
  }
}
