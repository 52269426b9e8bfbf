package import Catalog

/// The day of a text, where the text tells it: `Release Date: June 4, 2024`, `WASHINGTON, Jan. 14,
/// 2025 —`, `2023-11-02`.
package enum TextDay {
  /// How many blocks at the head of a text are looked at.
  private static let most = 4

  package static func day(in blocks: TextBlocks, _ catalog: any CatalogReader) -> Day? {
    let lexicon = TextLexicon(catalog)
    var ofMonth: Day?
    for block in blocks.prefix(most) {
      let tokens = Array(block.tokens.prefix(40))
      let finder = TimeFinder(tokens: tokens, lexicon: lexicon)
      // After a few words only: a date in a sentence is that of what it tells.
      for start in tokens.indices where start < 12 || endsBlock(block, finder, start) {
        if let day = inNumbers(tokens, start) { return day }
        if block.scalars.count <= 60, case .period(let month)? = finder.time(at: start)?.time,
          month.unit == .month, ofMonth == nil, start == 0 || endsBlock(block, finder, start)
        {
          ofMonth = month.days.last
        }
        guard case .period(let period)? = finder.time(at: start)?.time, period.unit == .day,
          isOfText(tokens, start, block)
        else { continue }
        return period.days.first
      }
    }
    return ofMonth
  }

  /// Whether a time is the last thing in a block, as under a title.
  private static func endsBlock(_ block: TextBlock, _ finder: TimeFinder, _ start: Int) -> Bool {
    start + 5 >= finder.tokens.count && finder.tokens.count < 40
      && finder.time(at: start)?.end == finder.tokens.count
  }

  /// `3/4/2025`, `18/11/2025`: the month first, as Americans write it, unless it can be none.
  private static func inNumbers(_ tokens: [TextToken], _ start: Int) -> Day? {
    guard start + 4 < tokens.count, tokens[start + 1].text == "/", tokens[start + 3].text == "/",
      let first = Int(tokens[start].text), let second = Int(tokens[start + 2].text),
      let year = Int(tokens[start + 4].text), year > 1900
    else { return nil }
    return Day(year: year, month: first, day: second) ?? Day(year: year, month: second, day: first)
  }

  /// Whether a date is where that of a text is: after a colon or a place, or in a short
  /// line.
  private static func isOfText(_ tokens: [TextToken], _ start: Int, _ block: TextBlock) -> Bool {
    let isLast = tokens.count < 40 && tokens.last?.kind == .number
    if block.scalars.count <= 80 || start <= 2 || isLast && start + 5 >= tokens.count {
      return true
    }
    return [",", ":", ".", "(", "-", "\u{2014}", "\u{2013}"].contains(tokens[start - 1].text)
  }
}
