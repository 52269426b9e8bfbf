/// A bar as characters: whole columns and, at its end, an eighth-block.
struct Bar {
  /// Half a column and an eighth are all that fonts have for bars that grow to the left.
  private static let leftEnds = ["", "▕", "▕", "▐", "▐", "▐", "▐"]
  private static let rightEnds = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  let glyphs: String
  /// Columns that it takes.
  let width: Int

  /// `eighths` of a column, at least one, so that a small figure is not read as zero.
  ///
  /// A partial bar is lighter and ends at a whole column: shades come in no other width.
  init(eighths: Int, isPartial: Bool, growsLeft: Bool, isUnicode: Bool) {
    let whole = (eighths + 4) / 8
    if !isUnicode {
      glyphs = whole == 0 ? "." : String(repeating: isPartial ? ":" : "#", count: whole)
    } else if isPartial {
      glyphs = String(repeating: "░", count: max(1, whole))
    } else if growsLeft {
      let isNearlyWhole = eighths % 8 == 7
      let full = eighths / 8 + (isNearlyWhole ? 1 : 0)
      glyphs =
        (isNearlyWhole ? "" : Self.leftEnds[eighths % 8]) + String(repeating: "█", count: full)
    } else {
      glyphs = String(repeating: "█", count: eighths / 8) + Self.rightEnds[eighths % 8]
    }
    width = glyphs.unicodeScalars.count
  }
}
