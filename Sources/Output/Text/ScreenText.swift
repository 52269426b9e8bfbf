import Diagnostics

extension OutputStyle {
  /// Text of several lines as the reader's screen can show it.
  package func shown(_ text: String) -> String {
    let screen = ScreenText(self)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { screen.safe(String($0)) }.joined(separator: "\n")
  }
}

/// Text made safe for a terminal: nothing that it acts on and, where necessary, only ASCII.
struct ScreenText {
  let isUnicode: Bool
  /// Whether signs are said in words.
  let isSpoken: Bool

  init(isUnicode: Bool, isSpoken: Bool = false) {
    self.isUnicode = isUnicode
    self.isSpoken = isSpoken
  }

  init(_ style: OutputStyle) {
    self.init(isUnicode: style.isUnicode, isSpoken: style.isAccessible)
  }

  /// After a period that is covered in part.
  var partial: String { isSpoken ? "(partial)" : isUnicode ? "◐" : "*" }
  var approximate: String { isSpoken ? "about" : isUnicode ? "≈" : "~" }
  var floor: String { isSpoken ? "more than" : ">" }
  var ceiling: String { isSpoken ? "less than" : "<" }
  var missing: String { isSpoken ? "no figure" : isUnicode ? "–" : "-" }
  var rule: String { isUnicode ? "─" : "-" }
  var ellipsis: String { isUnicode ? "…" : "..." }
  /// The axis at zero, between bars to the left and to the right.
  var axis: String { isUnicode ? "│" : "|" }
  /// Where a round number is marked on an axis.
  var tick: String { isUnicode ? "┤" : "+" }
  /// Where an upright axis meets a level one.
  var corner: String { isUnicode ? "┼" : "+" }
  /// A level line after others.
  var faintRule: String { isUnicode ? "┈" : "." }

  /// Where nothing is drawn; other programs do not draw several of them together.
  var gap: String { isUnicode ? "\u{A0}" : " " }
  /// From the lowest to the highest.
  var heights: [Character] { Array(isUnicode ? "▁▂▃▄▅▆▇█" : "_.:-=+%#") }

  /// The text with every control character made visible, and transliterated where necessary.
  func safe(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text }
    var safe = ""
    for scalar in (isSpoken ? spoken(text) : text).unicodeScalars { safe += self.safe(scalar) }
    return safe
  }

  /// Signs that a screen reader names or passes over, in words.
  private func spoken(_ text: String) -> String {
    text.replacing(" · ", with: ", ").replacing("≈", with: approximate).replacing("◐ ", with: "")
  }

  private func safe(_ scalar: Unicode.Scalar) -> String {
    if scalar.movesScreen { return isUnicode ? "\u{FFFD}" : "?" }
    return isUnicode || scalar.isASCII ? String(scalar) : transliteration(of: scalar)
  }
}
