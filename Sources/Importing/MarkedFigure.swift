/// A cell that seems to be a figure, with what is written beside it.
package struct MarkedFigure {
  /// Its digits with their signs: `1,208.5`.
  package let core: String
  /// What is before and after it: `$`, `%`, `[a]`.
  package let marks: [String]

  /// `nil` for words, and for what has digits among words; where `words` may be beside it, only
  /// where there are other digits.
  package init?(_ text: String, beside words: Bool = false) {
    var rest = Self.trimmed(text[...])[...]
    var marks: [String] = []
    if let note = Self.note(at: rest) {
      marks.append(String(note))
      rest = rest.dropFirst(note.count).drop { $0 == " " }
    }
    let before = rest.prefix { !Self.isDigit($0) && $0 != "-" && $0 != "−" }
    // `(50)` is a negative figure where accountants write it.
    guard !before.contains(where: { "([{".contains($0) }) else { return nil }
    guard words || before.count <= 3 && !before.contains(where: \.isLetter) else { return nil }
    rest = rest.dropFirst(before.count)
    let minus = rest.prefix { $0 == "-" || $0 == "−" }
    var body = rest.dropFirst(minus.count).prefix {
      Self.isDigit($0) || Self.isSpace($0) || $0 == "," || $0 == "."
    }
    while let last = body.last, !Self.isDigit(last) { body.removeLast() }
    guard minus.count <= 1, body.contains(where: Self.isDigit) else { return nil }
    let after = Self.trimmed(rest.dropFirst(minus.count + body.count))
    let isNote = Self.note(at: after[...])?.count == after.count
    guard isNote || !after.contains(where: Self.isDigit) && (words || after.count <= 2) else {
      return nil
    }
    core = String(minus + body)
    let sign = Self.trimmed(before)
    self.marks = marks + [sign, after].filter { !$0.isEmpty }
  }

  /// Whether digits follow a comma that separates no groups of three.
  package var hasDecimalComma: Bool {
    let parts = core.split(separator: ",", omittingEmptySubsequences: false)
    return parts.count == 2 && (parts[1].count != 3 || parts[0].contains("."))
      && !parts[1].contains(".")
  }

  /// Whether spaces are between groups of three digits: `12 345`.
  package var hasSpaces: Bool {
    let whole = core.split { $0 == "." || $0 == "," }.first ?? ""
    let groups = whole.split(separator: " ", omittingEmptySubsequences: false)
    return groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// The number of digits after the point or the decimal comma.
  package func decimals(afterComma: Bool) -> Int {
    let point: Character = afterComma ? "," : "."
    guard let place = core.lastIndex(of: point) else { return 0 }
    let digits = core[core.index(after: place)...]
    return digits.allSatisfy { $0 == "0" } ? 0 : digits.count
  }

  /// A note in brackets at the beginning: `[2]` of `[2] 99`.
  private static func note(at text: Substring) -> Substring? {
    guard let first = text.first, let end = ["[": "]", "(": ")"][first] else { return nil }
    let inside = text.dropFirst().prefix { String($0) != end }
    guard inside.count <= 3, inside.endIndex < text.endIndex else { return nil }
    return text[...inside.endIndex]
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func isSpace(_ character: Character) -> Bool {
    [" ", "\u{a0}", "\u{2009}", "\u{202f}"].contains(character)
  }
}
