extension OutputStyle {
  /// Text of several lines as the reader's end can show it.
  package func shown(_ text: String) -> String {
    let screen = ScreenText(isUnicode: isUnicode)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { screen.safe(String($0)) }.joined(separator: "\n")
  }
}

/// Text as a terminal may receive it: nothing that it acts on and, where it must be, only ASCII.
struct ScreenText {
  let isUnicode: Bool

  /// After a period that is covered in part.
  var partial: String { isUnicode ? "◐" : "*" }
  var approximate: String { isUnicode ? "≈" : "~" }
  var missing: String { isUnicode ? "–" : "-" }
  var rule: String { isUnicode ? "─" : "-" }
  var ellipsis: String { isUnicode ? "…" : "..." }
  /// What stands at zero, between bars to the left and to the right.
  var axis: String { isUnicode ? "│" : "|" }
  /// Where a round number is marked on an axis.
  var tick: String { isUnicode ? "┤" : "+" }
  /// Where an upright axis stands on a level one.
  var corner: String { isUnicode ? "┼" : "+" }
  /// A level line behind others.
  var faintRule: String { isUnicode ? "┈" : "." }

  /// The text with every control character made visible, and transliterated where it must be.
  func safe(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text }
    var safe = ""
    for scalar in text.unicodeScalars { safe += self.safe(scalar) }
    return safe
  }

  private func safe(_ scalar: Unicode.Scalar) -> String {
    if scalar.isControl || scalar.isDirection { return isUnicode ? "\u{FFFD}" : "?" }
    return isUnicode || scalar.isASCII ? String(scalar) : transliteration(of: scalar)
  }
}

extension Unicode.Scalar {
  /// Whether a terminal may act on the character, or end the line at it.
  var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0: true
    default: false
    }
  }

  /// Whether the character turns the direction of what follows, across columns and lines.
  fileprivate var isDirection: Bool {
    switch value {
    case 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
