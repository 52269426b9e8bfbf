/// A text of a table, reduced to what distinguishes values.
///
/// Names are looked up tolerantly (``Spelling``): most signs make no difference. Labels of a table
/// are not: `<18`, `18` and `18+` are three different groups, and `*` is yet another one.
package enum Label {
  /// The folded form of a label: case, accents and the number of spaces make no difference, every
  /// sign does.
  package static func key(of text: String) -> String {
    var key = ""
    var hasGap = false
    for scalar in text.unicodeScalars where !isAccent(scalar) {
      guard !scalar.properties.isWhitespace else {
        hasGap = !key.isEmpty
        continue
      }
      if hasGap { key += " " }
      hasGap = false
      let folded = Spelling.fold(scalar)
      key += folded.isEmpty ? String(scalar) : folded
    }
    return key
  }

  /// Whether a text is a spelling of a name, including signs that distinguish labels:
  /// `Guinea-Bissau` is a spelling of `guinea bissau`, and `<18` is not one of `18`.
  package static func isSpelling(_ text: String, of name: String) -> Bool {
    Spelling.key(of: text) == Spelling.key(of: name) && signs(of: text) == signs(of: name)
  }

  /// A name without the asterisks or daggers of a footnote after it; `nil` where it has none.
  package static func withoutFootnote(_ text: String) -> String? {
    let end = text.lastIndex { !"*†‡ ".contains($0) }.map(text.index(after:)) ?? text.startIndex
    let name = text[..<end]
    let hasMark = text[end...].contains { $0 != " " }
    return hasMark && name.last?.isLetter == true ? String(name) : nil
  }

  /// The signs that distinguish a label from the same text without them. Not among them: dashes
  /// inside names, dots, apostrophes and others that a name may be written with or without. A dash
  /// between numbers or at an end is among them.
  private static func signs(of text: String) -> [Unicode.Scalar] {
    let scalars = Array(text.unicodeScalars).filter { !$0.properties.isWhitespace && !isAccent($0) }
    return scalars.indices.compactMap { index -> Unicode.Scalar? in
      let sign = scalars[index]
      guard Spelling.fold(sign).isEmpty, !isWritten(sign) else { return nil }
      guard isDash(sign) else { return sign }
      return isInsideName(index, scalars) ? nil : "-"
    }
  }

  private static func isInsideName(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0, index + 1 < scalars.count else { return false }
    let (before, after) = (scalars[index - 1], scalars[index + 1])
    return (isWordly(before) || isWritten(before)) && (isWordly(after) || isWritten(after))
      && !(isDigit(before) && isDigit(after))
  }

  private static func isWordly(_ scalar: Unicode.Scalar) -> Bool {
    !Spelling.fold(scalar).isEmpty
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar.properties.generalCategory == .dashPunctuation
  }

  /// Signs that a name is written with or without.
  private static func isWritten(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", ";", ":", "'", "’", "‘", "`", "\"", "“", "”", "(", ")", "&", "_", "/": true
    default: false
    }
  }

  /// An accent that is a separate character after its letter.
  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36f).contains(scalar.value)
  }
}
