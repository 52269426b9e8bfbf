/// The replacement of a character where only ASCII can be shown: `é` → `e`, `–` → `-`, `中` → `?`.
func transliteration(of scalar: Unicode.Scalar) -> String {
  signs[scalar] ?? latinLetter(scalar) ?? punctuation(scalar)
}

private let signs: [Unicode.Scalar: String] = [
  "◐": "*", "≈": "~", "…": "...", "·": "|", "•": "*", "×": "x", "÷": "/", "≤": "<=", "≥": ">=",
  "≠": "!=", "−": "-", "─": "-", "→": "->", "←": "<-", "“": "\"", "”": "\"", "„": "\"",
  "«": "\"", "»": "\"", "‘": "'", "’": "'", "‚": "'", "ʻ": "'", "ʼ": "'", "′": "'", "″": "\"",
  "ß": "ss", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "½": "1/2", "¼": "1/4", "¾": "3/4",
]

/// The letter in a name such as LATIN SMALL LETTER E WITH ACUTE: the standard library keeps the
/// names but does not offer the decompositions.
private func latinLetter(_ scalar: Unicode.Scalar) -> String? {
  guard let words = scalar.properties.name?.split(separator: " "), words.count >= 4,
    words[0] == "LATIN", words[2] == "LETTER"
  else { return nil }
  let letter = words[3] == "DOTLESS" ? words.last ?? "" : words[3]
  let isWhole = words.count == 4 || words[4] == "WITH" || words[3] == "DOTLESS"
  guard isWhole, letter.utf8.count <= 2 else { return nil }
  return words[1] == "SMALL" ? letter.lowercased() : String(letter)
}

private func punctuation(_ scalar: Unicode.Scalar) -> String {
  switch scalar.properties.generalCategory {
  case .dashPunctuation: "-"
  case .spaceSeparator: " "
  case .nonspacingMark, .enclosingMark, .format: ""
  default: "?"
  }
}
