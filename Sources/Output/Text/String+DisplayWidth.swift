extension String {
  /// Columns that the text takes on a terminal. Counts what a reader sees: é 1, 中 2, 👩‍👧 2.
  package var displayWidth: Int {
    isASCII ? utf8.count : reduce(0) { $0 + $1.displayWidth }
  }

  var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }

  /// The text cut to a number of columns, with a sign at the end when something is missing.
  func cut(toWidth width: Int, sign: String) -> String {
    guard displayWidth > width else { return self }
    var room = width - sign.displayWidth
    let kept = prefix { character in
      room -= character.displayWidth
      return room >= 0
    }
    return kept.trimmingSuffix(" ") + sign
  }

  func padded(toWidth width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ unwanted: Character) -> String {
    var text = self
    while text.last == unwanted { text.removeLast() }
    return String(text)
  }
}

extension Character {
  /// Columns that the character takes on a terminal, 0 to 2.
  package var displayWidth: Int {
    let scalars = unicodeScalars
    // U+FE0F requests the colored form of a sign, as in ❤️.
    if scalars.contains("\u{FE0F}") { return 2 }
    return min(2, scalars.reduce(0) { $0 + $1.displayWidth })
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    if value < 0x300 { return 1 }
    if isIn(WidthTable.zero) { return 0 }
    return isIn(WidthTable.wide) ? 2 : 1
  }

  /// Whether one of the ranges, given as alternating first and last, contains the character.
  private func isIn(_ ranges: [UInt32]) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > ranges[middle * 2 + 1] {
        low = middle + 1
      } else if value < ranges[middle * 2] {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}
