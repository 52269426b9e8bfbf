/// A bar as characters: whole columns and, at its end, an eighth-block.
struct Bar {
  private static let rightEnds = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  /// For bars that grow to the left, fonts only have half a column and an eighth.
  private static let leftEnds = ["", "▕", "▕", "▐", "▐", "▐", "▐", "█"]

  /// Eighths of a column; at least one, so that a small figure is not read as zero.
  let eighths: Int
  let isPartial: Bool
  let growsLeft: Bool
  let isUnicode: Bool

  /// Where a bar can end at whole columns only.
  private var rounded: Int { (eighths + 4) / 8 }

  /// Columns that it takes.
  var width: Int { !isUnicode || isPartial ? max(1, rounded) : (eighths + 7) / 8 }

  /// A partial bar is lighter and ends at a whole column, unless it is shorter than one: shade
  /// characters only have this width.
  var glyphs: String {
    if !isUnicode { return rounded == 0 ? "." : filled(with: isPartial ? ":" : "#", rounded) }
    if isPartial, rounded > 0 { return filled(with: "░", rounded) }
    let whole = filled(with: "█", eighths / 8)
    return growsLeft ? Self.leftEnds[eighths % 8] + whole : whole + Self.rightEnds[eighths % 8]
  }

  private func filled(with glyph: String, _ count: Int) -> String {
    String(repeating: glyph, count: count)
  }
}
