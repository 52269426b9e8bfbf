package import Catalog

/// The day of a text, where the text tells it: `Release Date: June 4, 2024`, `WASHINGTON, Jan. 14,
/// 2025 —`, `2023-11-02`.
package enum TextDay {
  /// How many blocks at the head of a text are looked at.
  private static let most = 4

  package static func day(in blocks: ArraySlice<TextBlock>, _ catalog: any CatalogReader) -> Day? {
    let lexicon = TextLexicon(catalog)
    for block in blocks.prefix(most) {
      let tokens = Array(block.tokens.prefix(40))
      let finder = TimeFinder(tokens: tokens, lexicon: lexicon)
      // Behind a few words only: a date in a sentence is that of what it tells.
      for start in tokens.indices.prefix(12) {
        guard case .period(let period)? = finder.time(at: start)?.time, period.unit == .day,
          isOfText(tokens, start, block)
        else { continue }
        return period.days.first
      }
    }
    return nil
  }

  /// Whether a date stands where that of a text does: behind a colon or a place, or in a short line.
  private static func isOfText(_ tokens: [TextToken], _ start: Int, _ block: TextBlock) -> Bool {
    if block.scalars.count <= 80 || start <= 2 { return true }
    return [",", ":", ".", "(", "-", "\u{2014}", "\u{2013}"].contains(tokens[start - 1].text)
  }
}
